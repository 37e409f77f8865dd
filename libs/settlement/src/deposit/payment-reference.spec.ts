import { newPaymentReference } from './payment-reference.js';

const digitsOf = (reference: string) => reference.replace(/\D/g, '');
const isSound = (digits: string) => BigInt(digits) % 97n === 1n;

describe('the payment reference', () => {
  const references = Array.from({ length: 50 }, newPaymentReference);

  it('is short, grouped and different each time', () => {
    for (const reference of references) expect(reference).toMatch(/^STX-\d{4}-\d{4}-\d{4}$/);
    expect(new Set(references).size).toBe(references.length);
  });

  it('finds every single wrong digit and every swap of neighbours', () => {
    for (const digits of references.map(digitsOf)) {
      expect(isSound(digits)).toBe(true);
      for (let i = 0; i < digits.length; i++) {
        for (const digit of '0123456789'.replace(digits[i]!, '')) {
          expect(isSound(digits.slice(0, i) + digit + digits.slice(i + 1))).toBe(false);
        }
        const swapped = digits.slice(0, i) + (digits[i + 1] ?? '') + digits[i] + digits.slice(i + 2);
        if (swapped !== digits) expect(isSound(swapped)).toBe(false);
      }
    }
  });
});
