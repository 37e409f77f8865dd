/** Integer minor units (fen, cents) with an ISO 4217 code. */
export interface Money {
  amount: bigint;
  currency: string;
}

const AMOUNT = /^(0|[1-9][0-9]{0,17})$/;

/** Minor units from outside: a decimal string of 1 to 18 digits, no sign, no point. Null when it is not. */
export function parseAmount(text: unknown): bigint | null {
  return typeof text === 'string' && AMOUNT.test(text) ? BigInt(text) : null;
}

/** The GraphQL face of an amount. */
export const toMoney = (amount: bigint | string, currency = 'CNY') => ({
  amount: amount.toString(),
  currency,
});
