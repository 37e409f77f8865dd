/** 31 characters: digits and capitals without I, O, S, V, Z (GB 32100-2015, table 1). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^(i-1) mod 31 for places 1 to 17 (GB 32100-2015, 4.2). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const FORM = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** The 18th character that belongs to 17 given ones (GB 32100-2015, 4.2). */
export function checkDigitOf(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * ALPHABET.indexOf(body[place]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Whether a text is a unified social credit code: 18 characters of the alphabet with a matching check digit. */
export const isCreditCode = (code: string): boolean => FORM.test(code) && checkDigitOf(code) === code[17];
