/** Money as the exchange writes it (R1): a decimal string of minor units that may exceed 2^53. */
const POSITIVE = /^[1-9][0-9]{0,17}$/;
const POSITIVE_OR_ZERO = /^(?:0|[1-9][0-9]{0,17})$/;

/** The largest amount eighteen digits can write (R1). */
export const LARGEST_MONEY = 999_999_999_999_999_999n;

/** R1: one to eighteen digits, no sign, no leading zero, no point. */
export function isMoney(value: unknown): value is string {
  return typeof value === 'string' && POSITIVE.test(value);
}

/** R1 where the rule says "may be zero". */
export function isMoneyOrZero(value: unknown): value is string {
  return typeof value === 'string' && POSITIVE_OR_ZERO.test(value);
}

export const moneyTextOrNull = (amount: bigint | null): string | null =>
  amount === null ? null : amount.toString();

export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
