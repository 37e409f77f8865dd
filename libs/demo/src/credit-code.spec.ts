import { demoOrganizations } from './index.js';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 32100-2015 annex A, ISO 7064 MOD 31-3 by weights. */
function codeCheck(first17: string): string {
  const sum = CODE_WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(first17[at]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** GB 11714: check character of the organization code, places 9 to 17. */
function bodyCheck(body: string): string {
  const sum = BODY_WEIGHTS.reduce(
    (total, weight, at) => total + weight * BODY_ALPHABET.indexOf(body[at]!),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

describe('credit codes', () => {
  // 91350100M000100Y43 is the worked example of GB 32100-2015.
  it('are checked by a rule that accepts the example of the standard', () => {
    expect(codeCheck('91350100M000100Y4')).toBe('3');
  });

  it.each(demoOrganizations.map(({ key, creditCode, regionCode }) => [key, creditCode, regionCode]))(
    '%s has a valid one that no register can contain',
    (_key, code, region) => {
      expect(code).toMatch(/^(11|12|51|91)\d{6}DEM\d{5}[0-9X][0-9A-HJ-NPQRTUWXY]$/);
      expect(code!.slice(2, 8)).toBe(region);
      expect(code![16]).toBe(bodyCheck(code!.slice(8, 16)));
      expect(code![17]).toBe(codeCheck(code!.slice(0, 17)));
    },
  );
});
