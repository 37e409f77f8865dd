export type ParsedMoney =
  { amount: string } | { error: 'EMPTY' | 'NOT_A_NUMBER' | 'NOT_POSITIVE' | 'TOO_PRECISE' | 'TOO_LARGE' };

const SCALES: Record<string, bigint> = {
  '': 1n,
  千: 1_000n,
  万: 10_000n,
  萬: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  億: 100_000_000n,
  k: 1_000n,
  m: 1_000_000n,
  bn: 1_000_000_000n,
};

const SHAPE = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(千万|百万|千|万|萬|亿|億|k|m|bn)?$/;

/**
 * What a person types or pastes into a money field, in minor units of a currency with two decimals:
 * `128万`, `1,280,000.00`, `¥1.28M`, `12.35亿元`, full-width digits too.
 */
export function parseMoney(input: string): ParsedMoney {
  const text = input
    .normalize('NFKC')
    .replace(/[\s_]/g, '')
    .toLowerCase()
    .replace(/^(¥|cny|rmb|人民币)/, '')
    .replace(/(元整|元正|元|圆|yuan)$/, '')
    .replaceAll('，', ',');
  if (text === '') return { error: 'EMPTY' };
  if (/^[-−]/.test(text)) return { error: 'NOT_POSITIVE' };
  const match = SHAPE.exec(text);
  if (!match) return { error: 'NOT_A_NUMBER' };
  const [, whole, fraction = '', scale = ''] = match;
  const digits = whole!.replaceAll(',', '') + fraction;
  const value = BigInt(digits) * SCALES[scale]! * 100n;
  const divisor = 10n ** BigInt(fraction.length);
  if (value % divisor !== 0n) return { error: 'TOO_PRECISE' };
  const amount = value / divisor;
  if (amount === 0n) return { error: 'NOT_POSITIVE' };
  return amount >= 10n ** 18n ? { error: 'TOO_LARGE' } : { amount: amount.toString() };
}

/** Minor units as a person would type them: `1,280,000` or `1,280,000.50`. */
export function moneyForInput(amount: string): string {
  const digits = amount.padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return digits.endsWith('00') ? whole : `${whole}.${digits.slice(-2)}`;
}
