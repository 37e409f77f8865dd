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
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)+`;
const HYPHENS = '-‐‑‒–';
/** Groups: 1 run, 2 number, otherwise a word. */
const TOKEN = new RegExp(
  String.raw`([${CJK}]+)|(${NUMBER})|${LETTERS}(?:\+\+|#)?(?:['’][a-z](?!\p{L}))?(?:[\-‐‑‒–]${LETTERS})*`,
  'gu',
);
/** The same for ASCII text, where it is four times as fast. The empty group stands for runs. */
const ASCII_TOKEN = new RegExp(
  String.raw`(?!)()|(${NUMBER})|[a-z0-9]+(?:\+\+|#)?(?:'[a-z](?![a-z]))?(?:-[a-z0-9]+)*`,
  'g',
);
const HYPHEN = new RegExp(`[${HYPHENS}]`);
const POSSESSIVE = /['’][a-z]$/;
const LONGEST_WORD = 64;

/** Cuts folded text into tokens, in order. A `joined` token follows its parts. */
export function tokenise(folded: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /^[\x00-\x7f]*$/.test(folded) ? ASCII_TOKEN : TOKEN;
  pattern.lastIndex = 0;
  for (let match; (match = pattern.exec(folded));) {
    const [whole, run, number] = match;
    const start = match.index;
    if (run !== undefined) tokens.push({ kind: 'run', text: run, start, end: start + run.length });
    else if (number !== undefined) {
      const text = number.replaceAll(',', '').slice(0, LONGEST_WORD);
      tokens.push({ kind: 'number', text, start, end: start + number.length });
    } else pushWord(tokens, whole, start);
  }
  return tokens;
}

function pushWord(tokens: Token[], compound: string, start: number): void {
  if (!HYPHEN.test(compound)) return push(tokens, compound, start);
  const parts = compound.split(HYPHEN);
  let offset = start;
  for (const part of parts) {
    push(tokens, part, offset);
    offset += part.length + 1;
  }
  if (compound.length > LONGEST_WORD) return;
  tokens.push({ kind: 'joined', text: parts.join(''), start, end: start + compound.length });
}

function push(tokens: Token[], word: string, start: number): void {
  const text = /['’]/.test(word) ? word.replace(POSSESSIVE, '') : word;
  tokens.push({ kind: 'word', text: text.slice(0, LONGEST_WORD), start, end: start + word.length });
}
