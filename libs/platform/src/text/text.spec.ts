import { optionalText, requiredText } from './text.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('text from outside', () => {
  it('is trimmed, and nothing when empty', () => {
    expect(optionalText('  稀土 magnets ', 'title', 20)).toBe('稀土 magnets');
    expect(optionalText(' \t', 'title', 20)).toBeNull();
    expect(optionalText(undefined, 'title', 20)).toBeNull();
  });

  it('is refused when the database could not carry it', () => {
    expect(() => optionalText('a\u0000b', 'title', 20)).toThrow(refusal('TEXT_INVALID'));
    expect(() => optionalText('a\ud800b', 'title', 20)).toThrow(refusal('TEXT_INVALID'));
  });

  it('is measured in characters, not in code units', () => {
    expect(optionalText('𠮷'.repeat(20), 'title', 20)).toHaveLength(40);
    expect(() => optionalText('𠮷'.repeat(21), 'title', 20)).toThrow(refusal('TEXT_TOO_LONG'));
    expect(() => requiredText('', 'title', 20)).toThrow(refusal('TEXT_REQUIRED'));
  });
});
