import type { HighlightSegment } from '../port.js';
import { characterPairs, cutWords, type Piece } from './chinese.js';
import { foldWithOrigin, type FoldedText } from './fold.js';
import { tokenise, type Token } from './tokens.js';

/** Characters of a passage. */
const PASSAGE = 240;
/** Only so much of a long body is looked through for a passage. */
const SEARCHED = 20_000;

/** A text prepared for marking: cut into words once, whatever is looked for. */
export interface CutText {
  text: string;
  folded: FoldedText;
  tokens: Token[];
}

/** Tells whether a word (as written and folded) or a pair of Chinese characters is to be marked. */
export type IsMarked = (word: string) => boolean;

type Span = [start: number, end: number];

export function cutText(text: string): CutText {
  const folded = foldWithOrigin(text.slice(0, SEARCHED));
  return { text, folded, tokens: tokenise(folded.folded) };
}

/** The whole text in segments. */
export function highlightWhole(cut: CutText, isMarked: IsMarked): HighlightSegment[] {
  return segments(cut.text, spansOf(cut, isMarked), 0, cut.text.length);
}

/** The passage with most different marks near each other; the beginning where nothing is marked. */
export function highlightPassage(cut: CutText, isMarked: IsMarked): HighlightSegment[] {
  const { text } = cut;
  const spans = spansOf(cut, isMarked);
  if (text.length <= PASSAGE) return segments(text, spans, 0, text.length);
  const start = bestStart(text, spans);
  let end = Math.min(text.length, start + PASSAGE);
  if (isLowSurrogate(text, end)) end--;
  const inside = segments(text, spans, start, end);
  if (start > 0) inside.unshift({ text: '…', mark: false });
  if (end < text.length) inside.push({ text: '…', mark: false });
  return inside;
}

function bestStart(text: string, spans: Span[]): number {
  let best = 0;
  let most = 0;
  for (const [from] of spans) {
    const distinct = new Set<string>();
    for (const [start, end] of spans) {
      if (start >= from && end <= from + PASSAGE) distinct.add(text.slice(start, end).toLowerCase());
      if (start > from + PASSAGE) break;
    }
    if (distinct.size > most) [most, best] = [distinct.size, from];
  }
  return wordStart(text, Math.max(0, best - PASSAGE / 6));
}

/** Steps back to where a word begins, a little at most. */
function wordStart(text: string, offset: number): number {
  let start = Math.floor(offset);
  for (let steps = 0; steps < 20 && start > 0 && /[a-z0-9]/i.test(text[start - 1]!); steps++) start--;
  return isLowSurrogate(text, start) ? start - 1 : start;
}

const isLowSurrogate = (text: string, offset: number): boolean =>
  /^[\udc00-\udfff]/.test(text.charAt(offset));

/** Where marked words stand in the original text, in order; touching spans are joined. */
function spansOf({ folded: { origin }, tokens }: CutText, isMarked: IsMarked): Span[] {
  const found: Span[] = [];
  const add = (start: number, end: number): void => {
    // The character after the last one tells where the last one ends, also where one character folds into two.
    let after = end;
    while (after < origin.length - 1 && origin[after] === origin[end - 1]) after++;
    found.push([origin[start]!, origin[after]!]);
  };
  for (const token of tokens) {
    if (token.kind !== 'run') {
      if (isMarked(token.text)) add(token.start, token.end);
      continue;
    }
    for (const piece of piecesOf(token.text)) {
      if (isMarked(piece.text)) add(token.start + piece.start, token.start + piece.end);
    }
  }
  return joinTouching(found.sort((a, b) => a[0] - b[0]));
}

/** Pairs, and the dictionary's words wherever they stand. Marks of a longer word come from its pairs as well. */
function piecesOf(run: string): Piece[] {
  return [...characterPairs(run), ...cutWords(run)];
}

function joinTouching(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else joined.push([...span]);
  }
  return joined;
}

function segments(text: string, spans: Span[], from: number, to: number): HighlightSegment[] {
  const pieces: HighlightSegment[] = [];
  const push = (start: number, end: number, mark: boolean): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), mark });
  };
  let offset = from;
  for (const [start, end] of spans) {
    if (end <= from || start >= to) continue;
    push(offset, Math.max(start, offset), false);
    push(Math.max(start, offset), Math.min(end, to), true);
    offset = Math.min(end, to);
  }
  push(offset, to, false);
  return pieces;
}
