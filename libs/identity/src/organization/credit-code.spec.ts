import fc from 'fast-check';
import { checkDigitOf, isCreditCode } from './credit-code.js';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const body = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((chars) => chars.join(''));

describe('unified social credit code', () => {
  // the worked example of GB 32100-2015 and two published codes of well-known bodies
  it.each(['91350100M000100Y43', '12100000400000624D', '91440300708461136T'])('accepts %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it.each([
    '91350100M000100Y44',
    '91350100m000100y43',
    '91350100M000100Y4',
    '91350100M000100Y433',
    'I1350100M000100Y43',
    '',
  ])('refuses %s', (code) => expect(isCreditCode(code)).toBe(false));

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...ALPHABET), (chars, place, other) => {
        const code = chars + checkDigitOf(chars);
        const wrong = code.slice(0, place) + other + code.slice(place + 1);
        return isCreditCode(code) && (wrong === code || !isCreditCode(wrong));
      }),
    );
  });
});
