import { divideRounded, trimZeros, withDecimals } from './digits.js';
import type { Language } from './language.js';

/** Integer minor units (fen, cents), as a decimal string outside and bigint inside. */
export interface MoneyValue {
  amount: string | bigint;
  currency: string;
}

const WITHOUT_MINOR_UNIT = new Set(['JPY', 'KRW', 'VND']);

/** Decimals of a currency's minor unit. */
export const minorDigits = (currency: string): number => (WITHOUT_MINOR_UNIT.has(currency) ? 0 : 2);

function sign(money: MoneyValue, language: Language, digits: string): string {
  const isNegative = digits.startsWith('−');
  const plain = isNegative ? digits.slice(1) : digits;
  const text = language === 'zh-CN' && money.currency === 'CNY' ? `¥${plain}` : `${money.currency} ${plain}`;
  return isNegative ? `−${text}` : text;
}

/** Exact: `¥1,280,000.00`, `CNY 1,280,000.00`. */
export function formatMoney(money: MoneyValue, language: Language): string {
  return sign(money, language, withDecimals(BigInt(money.amount), minorDigits(money.currency)));
}

/** Bids are made in whole yuan: `¥1,280,000`. Fen are shown only where there are some. */
export function formatBid(money: MoneyValue, language: Language): string {
  const digits = withDecimals(BigInt(money.amount), minorDigits(money.currency));
  return sign(money, language, digits.replace(/\.00$/, ''));
}

/** The figure alone, for table columns whose head names the unit: `1,280,000.00`. */
export function formatAmount(money: MoneyValue): string {
  return withDecimals(BigInt(money.amount), minorDigits(money.currency));
}

/** Same amount in mixed-currency tables: `CNY 1,280,000.00` in every language. */
export function formatMoneyWithCode(money: MoneyValue): string {
  return sign(money, 'en', withDecimals(BigInt(money.amount), minorDigits(money.currency)));
}

/** Headline: `128万元`, `12.35亿元`; `CNY 1.28M`, `CNY 1.235bn`. Never where somebody decides. */
export function formatHeadline(money: MoneyValue, language: Language): string {
  const major = BigInt(money.amount);
  const unit = 10n ** BigInt(minorDigits(money.currency));
  return language === 'zh-CN' ? headlineZh(money, major, unit) : headlineEn(money, major, unit);
}

function scaled(value: bigint, unit: bigint, scale: bigint, places: number): string {
  return trimZeros(withDecimals(divideRounded(value * 10n ** BigInt(places), unit * scale), places));
}

function headlineZh(money: MoneyValue, value: bigint, unit: bigint): string {
  const magnitude = value < 0n ? -value : value;
  const isYuan = money.currency === 'CNY';
  const put = (figure: string, scale: string) =>
    isYuan ? `${figure}${scale}元` : `${money.currency} ${figure}${scale}`;
  if (magnitude < 10_000n * unit) return put(scaled(value, unit, 1n, 0), '');
  // 99,999,950 rounds to 10,000 ten-thousands, which is said as one hundred million.
  if (divideRounded(magnitude * 100n, unit * 10_000n) < 1_000_000n)
    return put(scaled(value, unit, 10_000n, 2), '万');
  return put(scaled(value, unit, 100_000_000n, 2), '亿');
}

function headlineEn(money: MoneyValue, value: bigint, unit: bigint): string {
  const magnitude = value < 0n ? -value : value;
  if (magnitude < 1_000_000n * unit) return `${money.currency} ${scaled(value, unit, 1n, 0)}`;
  if (divideRounded(magnitude * 100n, unit * 1_000_000n) < 100_000n) {
    return `${money.currency} ${scaled(value, unit, 1_000_000n, 2)}M`;
  }
  return `${money.currency} ${scaled(value, unit, 1_000_000_000n, 3)}bn`;
}
