import type { Language } from './language.js';
import { minorDigits, type MoneyValue } from './money.js';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿', '亿亿'];

function fourDigitsZh(group: number): string {
  let text = '';
  let hasGap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      hasGap = text !== '';
      continue;
    }
    text += `${hasGap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    hasGap = false;
  }
  return text;
}

function integerZh(value: bigint): string {
  let text = '';
  let hasGap = false;
  for (let index = GROUPS.length - 1; index >= 0; index--) {
    const group = Number((value / 10_000n ** BigInt(index)) % 10_000n);
    if (group === 0) {
      hasGap = text !== '';
      continue;
    }
    const isShort = group < 1_000 && text !== '';
    text += `${hasGap || isShort ? '零' : ''}${fourDigitsZh(group)}${GROUPS[index]}`;
    hasGap = false;
  }
  // 10,500,0000,0000: 万亿 followed by 亿 says 亿 once.
  return text.replace(/万亿(?=.*[^万]亿)/, '万');
}

function wordsZh(minor: bigint): string {
  const yuan = minor / 100n;
  const jiao = Number((minor / 10n) % 10n);
  const fen = Number(minor % 10n);
  const head = yuan > 0n ? `${integerZh(yuan)}元` : '';
  if (jiao === 0 && fen === 0) return `${head || '零元'}整`;
  const gap = jiao === 0 && head ? '零' : '';
  return `${head}${jiao ? `${DIGITS[jiao]}角` : gap}${fen ? `${DIGITS[fen]}分` : '整'}`;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' ,,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',');
const SCALES = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion'];

function belowHundred(value: number): string {
  if (value < 20) return ONES[value]!;
  return TENS[Math.floor(value / 10)]! + (value % 10 ? `-${ONES[value % 10]}` : '');
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return belowHundred(rest);
  return `${ONES[hundreds]} hundred${rest ? ` and ${belowHundred(rest)}` : ''}`;
}

function integerEn(value: bigint): string {
  if (value === 0n) return 'zero';
  const parts: string[] = [];
  for (let index = SCALES.length - 1; index >= 0; index--) {
    const group = Number((value / 1_000n ** BigInt(index)) % 1_000n);
    if (group === 0) continue;
    const needsAnd = index === 0 && group < 100 && parts.length > 0;
    parts.push(`${needsAnd ? 'and ' : ''}${belowThousand(group)}${SCALES[index]}`);
  }
  return parts.join(' ');
}

const UNITS_EN: Record<string, [string, string]> = {
  CNY: ['yuan', 'fen'],
  HKD: ['Hong Kong dollars', 'cents'],
  USD: ['US dollars', 'cents'],
};

/**
 * The amount as bids and documents spell it: `壹佰贰拾捌万元整`, `one million two hundred and eighty thousand yuan`.
 * @throws RangeError on a negative amount
 */
export function amountInWords(money: MoneyValue, language: Language): string {
  const value = BigInt(money.amount);
  if (value < 0n) throw new RangeError('an amount in words is not negative');
  const minor = minorDigits(money.currency) === 0 ? value * 100n : value;
  if (language === 'zh-CN') return (money.currency === 'CNY' ? '' : `${money.currency} `) + wordsZh(minor);
  const [unit, part] = UNITS_EN[money.currency] ?? [money.currency, 'cents'];
  const rest = Number(minor % 100n);
  return `${integerEn(minor / 100n)} ${unit}${rest ? ` and ${belowHundred(rest)} ${part}` : ''}`;
}
