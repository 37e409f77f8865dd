import { cutWords, isParticle } from '../text/chinese.js';
import { ENGLISH_STOP_WORDS } from '../text/english-stop-words.js';
import { foldText } from '../text/fold.js';
import { tokenise } from '../text/tokens.js';

export interface QueryWord {
  text: string;
  /** How often the text says it. */
  times: number;
}

const STOP_WORDS = new Set(ENGLISH_STOP_WORDS);

/** The words of a long text that can tell documents apart, the most often said first, at most `limit`. */
export function informativeWords(text: string, limit: number): QueryWord[] {
  const times = new Map<string, number>();
  const say = (word: string): unknown => times.set(word, (times.get(word) ?? 0) + 1);
  for (const token of tokenise(foldText(text))) {
    if (token.kind === 'run') {
      for (const piece of cutWords(token.text)) {
        if (Array.from(piece.text).length > 1 && !isParticle(piece.text)) say(piece.text);
      }
    } else if (token.kind === 'number' || (token.text.length > 1 && !STOP_WORDS.has(token.text)))
      say(token.text);
  }
  // Of words said equally often the longer says more.
  return [...times]
    .map(([word, count]) => ({ text: word, times: count }))
    .sort((a, b) => b.times - a.times || b.text.length - a.text.length)
    .slice(0, limit);
}
