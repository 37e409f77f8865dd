import { randomInt } from 'node:crypto';

const DIGITS = 10;

/** Two digits that make the whole number leave 1 when divided by 97 (ISO 7064 MOD 97-10, as in an IBAN). */
const checkDigits = (number: string) => (98n - ((BigInt(number) * 100n) % 97n)).toString().padStart(2, '0');

/**
 * A new reference to be written on a bank transfer, such as `STX-4821-0937-5581`. Digits only, because a bank's form
 * takes them everywhere; the check digits find every single wrong digit and every swap of two. Random, because a
 * running number would tell a bidder how many others there are.
 */
export function newPaymentReference(): string {
  const number = Array.from({ length: DIGITS }, () => randomInt(10)).join('');
  return `STX-${(number + checkDigits(number)).match(/.{4}/g)!.join('-')}`;
}
