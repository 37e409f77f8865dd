import type { CheckedQuery } from '../contract/check-query.js';
import { lexemesOf, type Alternative, type Group, type Plan } from './plan.js';
import { wordsToMatch, wordsToRank, type QueryWord } from './query-words.js';
import type { IndexState } from './registry.js';
import type { Sql, Stemmer } from './stemmer.js';
import { completionsOf, correctionsOf, frequenciesOf, type KnownWord } from './vocabulary.js';

const COMPLETIONS = 40;
/** Fewer where the beginning is a word by itself: probably that one is meant. */
const COMPLETIONS_OF_WORD = 8;
const CORRECTIONS = 5;
/** A completed or corrected word counts less than one that was written. */
const COMPLETED = 0.6;
const CORRECTED = 0.8;
/** Latin letters typed before a word is completed: one letter would mean a tenth of the vocabulary. */
const SHORTEST_BEGINNING = 2;
/** Words of a long text that are looked at: those that say most. */
const MOST_WORDS = 40;

/** What the query looks for in this index; null when one of its words occurs nowhere, so nothing can match. */
export async function planQuery(
  sql: Sql,
  schema: string,
  stemmer: Stemmer,
  state: IndexState,
  q: CheckedQuery,
): Promise<Plan | null> {
  const words = await (q.mode === 'all' ? wordsToMatch : wordsToRank)(sql, stemmer, q.text);
  const statistics = {
    documents: state.documents,
    averageLength: state.totalLength / Math.max(1, state.documents),
  };
  const asked = words.flatMap(({ alternatives }) => alternatives.flatMap(({ lexemes }) => lexemes));
  const frequencies = await frequenciesOf(sql, schema, state.live, [...new Set(asked)]);
  if (q.mode === 'any') {
    const groups = mostInformative(words, frequencies, state.documents);
    return groups.length > 0 ? { groups, ...statistics } : null;
  }
  const groups: Group[] = [];
  for (let waiting = words.slice(), word; (word = waiting.shift());) {
    const group = await groupOf(sql, schema, state.live, word, frequencies);
    if (group) groups.push({ ...group, df: Math.min(group.df, state.documents) });
    else if (word.parts?.length) waiting.unshift(...word.parts);
    else return null;
  }
  return groups.length > 0 ? { groups, ...statistics } : null;
}

function mostInformative(words: QueryWord[], frequencies: Map<string, number>, documents: number): Group[] {
  const groups = words.flatMap(({ alternatives, weight }) => {
    const df = frequencies.get(alternatives[0]!.lexemes[0]!);
    return df === undefined ? [] : [{ alternatives, weight: saturate(weight), df }];
  });
  const information = ({ df, weight }: Group): number => weight * Math.log(1 + documents / df);
  return groups.sort((a, b) => information(b) - information(a)).slice(0, MOST_WORDS);
}

/** A word said five times is meant more than one said once, but not five times as much. */
const saturate = (times: number): number => (times <= 1 ? times : 1 + Math.log(times));

async function groupOf(
  sql: Sql,
  schema: string,
  version: number,
  word: QueryWord,
  frequencies: Map<string, number>,
): Promise<Group | null> {
  const known = word.alternatives.filter(({ lexemes }) => lexemes.every((lexeme) => frequencies.has(lexeme)));
  const frequency = ({ lexemes }: Alternative): number =>
    Math.min(...lexemes.map((lexeme) => frequencies.get(lexeme)!));
  const group: Group = { alternatives: known, df: Math.max(0, ...known.map(frequency)), weight: 1 };
  const { surface } = word;
  if (
    word.unfinished &&
    surface !== undefined &&
    (surface.length >= SHORTEST_BEGINNING || /\P{ASCII}/u.test(surface))
  ) {
    add(
      group,
      await completionsOf(
        sql,
        schema,
        version,
        surface,
        known.length > 0 ? COMPLETIONS_OF_WORD : COMPLETIONS,
      ),
      COMPLETED,
    );
  }
  if (group.alternatives.length === 0 && surface !== undefined) {
    add(group, await correctionsOf(sql, schema, version, surface, CORRECTIONS), CORRECTED);
  }
  if (group.alternatives.length === 0) add(group, partsThatOccur(word, frequencies), CORRECTED);
  return group.alternatives.length > 0 ? group : null;
}

function add(group: Group, words: KnownWord[], weight: number): void {
  const present = new Set(lexemesOf([group]));
  for (const { lexeme, df } of words) {
    if (present.has(lexeme)) continue;
    group.alternatives.push({ lexemes: [lexeme], weight });
    group.df += df;
  }
}

/** A long Chinese word with a wrong character still has right pairs. */
function partsThatOccur(word: QueryWord, frequencies: Map<string, number>): KnownWord[] {
  const longest = word.alternatives.at(-1)?.lexemes ?? [];
  if (longest.length < 2) return [];
  return longest.flatMap((lexeme) => {
    const df = frequencies.get(lexeme);
    return df === undefined ? [] : [{ lexeme, df }];
  });
}
