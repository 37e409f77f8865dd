import { characterPairs, cutForSearch, cutWords, isParticle } from '../text/chinese.js';
import { foldText } from '../text/fold.js';
import { tokenise, type Token } from '../text/tokens.js';
import type { Alternative } from './plan.js';
import type { Sql, Stemmer } from './stemmer.js';

/** A word of the query before the index was asked about it. */
export interface QueryWord {
  alternatives: Alternative[];
  weight: number;
  /** As written and folded; for completing and correcting. Absent where neither makes sense. */
  surface?: string;
  /** The beginning of a word, still being typed. */
  unfinished: boolean;
  /** Of a hyphenated compound: looked for one by one when the compound occurs nowhere. */
  parts?: QueryWord[];
}

const reading = (lexemes: string[], weight = 1): Alternative => ({ lexemes, weight });

/** Mode `all`: each word once, as the person sees them. The last one is unfinished unless something follows it. */
export async function wordsToMatch(sql: Sql, stemmer: Stemmer, text: string): Promise<QueryWord[]> {
  const folded = foldText(text);
  const tokens = tokenise(folded);
  const lexemes = await stemmer.stem(sql, latin(tokens));
  const words: QueryWord[] = [];
  const stops: QueryWord[] = [];
  tokens.forEach((token, position) => {
    const unfinished = token.end === folded.length;
    if (token.kind === 'run') words.push(...wordsOfRun(token.text, unfinished));
    else if (token.kind === 'number')
      words.push({ alternatives: [reading([token.text])], weight: 1, unfinished });
    else if (token.kind === 'joined') joinParts(words, token, tokens, position, lexemes);
    else {
      const lexeme = lexemes.get(token.text) ?? null;
      const word = {
        alternatives: [reading([lexeme ?? token.text])],
        weight: 1,
        surface: token.text,
        unfinished,
      };
      (lexeme === null ? stops : words).push(word);
    }
  });
  return distinct(words.length > 0 ? words : stops);
}

const latin = (tokens: Token[]): Set<string> =>
  new Set(tokens.filter(({ kind }) => kind === 'word' || kind === 'joined').map(({ text }) => text));

/** lithium-ion is found as lithium and ion, or written lithiumion; its parts were pushed just before. */
function joinParts(
  words: QueryWord[],
  joined: Token,
  tokens: Token[],
  position: number,
  lexemes: ReadonlyMap<string, string | null>,
): void {
  let first = position;
  while (tokens[first - 1]?.kind === 'word' && tokens[first - 1]!.start >= joined.start) first--;
  const kept = tokens.slice(first, position).filter(({ text }) => lexemes.get(text));
  const parts = words.splice(words.length - kept.length, kept.length);
  const whole = reading([lexemes.get(joined.text) ?? joined.text]);
  const apart = parts.map(({ alternatives }) => alternatives[0]!.lexemes[0]!);
  const alternatives = apart.length > 0 ? [reading(apart), whole] : [whole];
  words.push({ alternatives, weight: 1, unfinished: false, parts });
}

function wordsOfRun(run: string, atEnd: boolean): QueryWord[] {
  const pieces = cutWords(run);
  const meaningful = pieces.filter(({ text }) => !isParticle(text));
  return (meaningful.length > 0 ? meaningful : pieces).map(({ text, start, end }) => {
    const unfinished = atEnd && end === run.length;
    const characters = Array.from(text);
    if (characters.length > 1) return { alternatives: readingsOf(text), weight: 1, unfinished };
    // A single character means little alone: it is looked for with a neighbour, as the text may be cut elsewhere.
    const before = Array.from(run.slice(0, start)).at(-1);
    const after = Array.from(run.slice(end))[0];
    const alternatives = [before && before + text, after && text + after].flatMap((pair) =>
      pair ? [reading([pair])] : [],
    );
    if (alternatives.length === 0)
      return { alternatives: [reading([text])], weight: 1, surface: text, unfinished: true };
    return { alternatives, weight: 1, unfinished };
  });
}

/** A pair is itself; a longer word is the dictionary's word, or all of its pairs where a text was cut differently. */
function readingsOf(word: string): Alternative[] {
  const pairs = characterPairs(word)
    .map(({ text }) => text)
    .slice(0, -1);
  return pairs.length === 1 ? [reading(pairs)] : [reading([word]), reading(pairs)];
}

function distinct(words: QueryWord[]): QueryWord[] {
  const seen = new Map<string, QueryWord>();
  for (const word of words) {
    const key = word.alternatives.map(({ lexemes }) => lexemes.join('+')).join('|');
    const first = seen.get(key);
    if (first) first.unfinished &&= word.unfinished;
    else seen.set(key, word);
  }
  return [...seen.values()];
}

/** How much a pair of characters across two words counts beside the words themselves. */
const CROSSING_PAIR = 0.5;

/** Mode `any`: all lexemes of the text, each with how often it is said; nothing is completed or corrected. */
export async function wordsToRank(sql: Sql, stemmer: Stemmer, text: string): Promise<QueryWord[]> {
  const tokens = tokenise(foldText(text));
  const lexemes = await stemmer.stem(sql, latin(tokens));
  const weights = new Map<string, number>();
  const say = (lexeme: string, weight = 1): unknown =>
    weights.set(lexeme, (weights.get(lexeme) ?? 0) + weight);
  for (const token of tokens) {
    if (token.kind === 'number') say(token.text);
    else if (token.kind === 'run') rankRun(token.text, say);
    else if (token.kind === 'joined') {
      const whole = lexemes.get(token.text);
      if (whole) say(whole);
    } else {
      const lexeme = lexemes.get(token.text);
      if (lexeme) say(lexeme);
    }
  }
  return [...weights].map(([lexeme, weight]) => ({
    alternatives: [reading([lexeme])],
    weight,
    unfinished: false,
  }));
}

/** Words that are in every text weigh nothing by themselves; pairs around a particle (电池的 → 池的) are noise. */
function rankRun(run: string, say: (lexeme: string, weight?: number) => unknown): void {
  const words = cutForSearch(run).filter((word) => Array.from(word).length > 1);
  const said = new Set(words);
  for (const word of words) say(word);
  for (const { text } of characterPairs(run)) {
    if (said.has(text) || Array.from(text).length < 2 || Array.from(text).some(isParticle)) continue;
    say(text, CROSSING_PAIR);
  }
}
