/**
 * `word`: letters and digits of an alphabet. `joined`: the parts of a hyphenated compound written as one word
 * (lithium-ion → lithiumion), in addition to its parts. `number`: 3.5 or 9,123,456 (without the commas).
 * `run`: an unbroken piece of Chinese, Japanese or Korean.
 */
export interface Token {
  kind: 'word' | 'joined' | 'number' | 'run';
  text: string;
  /** Offsets in the folded text. */
  start: number;
  end: number;
}

const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇ー`;
const LETTERS = String.raw`(?:(?![${CJK}])[\p{L}\p{N}])+`;
const TOKEN = new RegExp(
  String.raw`(?<run>[${CJK}]+)|(?<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)+)` +
    String.raw`|(?<word>${LETTERS}(?:\+\+|#)?(?:['’][a-z](?!\p{L}))?(?:[\-‐‑‒–]${LETTERS})*)`,
  'gu',
);
const HYPHEN = /[-‐‑‒–]/;
const POSSESSIVE = /['’][a-z]$/;
const LONGEST_WORD = 64;

/** Cuts folded text into tokens, in order. A `joined` token follows its parts. */
export function tokenise(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const match of folded.matchAll(TOKEN)) {
    const start = match.index;
    const groups = match.groups as { run?: string; number?: string; word?: string };
    if (groups.run !== undefined) {
      tokens.push({ kind: 'run', text: groups.run, start, end: start + groups.run.length });
    } else if (groups.number !== undefined) {
      const text = groups.number.replaceAll(',', '').slice(0, LONGEST_WORD);
      tokens.push({ kind: 'number', text, start, end: start + groups.number.length });
    } else if (groups.word !== undefined) {
      pushWord(tokens, groups.word, start);
    }
  }
  return tokens;
}

function pushWord(tokens: Token[], compound: string, start: number): void {
  const parts = compound.split(HYPHEN);
  let offset = start;
  for (const part of parts) {
    const text = part.replace(POSSESSIVE, '').slice(0, LONGEST_WORD);
    tokens.push({ kind: 'word', text, start: offset, end: offset + part.length });
    offset += part.length + 1;
  }
  if (parts.length === 1 || compound.length > LONGEST_WORD) return;
  tokens.push({ kind: 'joined', text: parts.join(''), start, end: start + compound.length });
}
