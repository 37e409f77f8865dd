import type { CheckedQuery } from '../contract/check-query.js';
import { readCursor, writeCursor } from '../contract/cursor.js';
import type { SearchResult } from '../port.js';
import { bestFirst, findingWords, rankCandidates, type Candidate } from './candidates.js';
import type { FacetSets } from './facet-sets.js';
import { countMatches, type Counts } from './facets.js';
import { loadHits } from './hits.js';
import { wordsQuery } from './match.js';
import { facetLexeme } from './lexemes.js';
import { isPlan, type Plan } from './plan.js';
import { planQuery } from './planner.js';
import type { IndexState } from './registry.js';
import { isSortKey, sortedPage, type SortKey } from './sorted-page.js';
import type { Sql, Stemmer } from './stemmer.js';
import { frequenciesOf } from './vocabulary.js';

/** By relevance a cursor carries the plan: the last hit keeps its score although other documents came and went. */
interface RelevanceState {
  plan: Plan;
  share: number;
  last: Candidate;
}

const isRelevanceState = (state: unknown): state is RelevanceState => {
  const { plan, share, last } = (state ?? {}) as RelevanceState;
  return (
    isPlan(plan) &&
    [share, last?.score, last?.publishedAt].every(Number.isFinite) &&
    typeof last.id === 'string'
  );
};

const NOTHING: Omit<SearchResult, 'facets'> = { total: 0, hits: [], endCursor: null, hasNextPage: false };

/** What a query needs besides itself; `sql` is one snapshot. */
export interface SearchContext {
  sql: Sql;
  schema: string;
  stemmer: Stemmer;
  facetSets: FacetSets;
  state: IndexState;
}

export async function search(context: SearchContext, q: CheckedQuery): Promise<SearchResult> {
  const { sql, schema, stemmer, state } = context;
  const hasText = q.text !== '';
  if (!hasText && q.sort === 'relevance') return byKey(context, { ...q, sort: 'newest' }, null);
  const byRelevance = q.sort === 'relevance';
  const before = byRelevance ? readCursor(state.definition.name, q, isRelevanceState) : null;
  const plan = hasText ? (before?.plan ?? (await planQuery(sql, schema, stemmer, state, q))) : null;
  if (hasText && !plan)
    return { ...NOTHING, facets: Object.fromEntries(q.facets.map((facet) => [facet, []])) };
  return byRelevance ? relevant(context, q, plan!, before) : byKey(context, q, plan);
}

async function relevant(
  context: SearchContext,
  q: CheckedQuery,
  plan: Plan,
  before: RelevanceState | null,
): Promise<SearchResult> {
  const { sql, schema, state } = context;
  const version = state.live;
  const share = before?.share ?? (await passingShare(context, q));
  const finders = findingWords(plan, q.mode, share);
  const counts = await count(context, q, wordsQuery(version, finders, q.mode));
  if (q.first === 0) return { ...NOTHING, ...counts };
  const ranked = await rankCandidates(sql, schema, version, q, plan, finders, counts.total);
  const rest = before ? ranked.filter((candidate) => bestFirst(before.last, candidate) < 0) : ranked;
  const page = rest.slice(0, q.first);
  const last = page.at(-1);
  return {
    ...counts,
    hits: await loadHits(sql, schema, version, context.stemmer, plan, page),
    endCursor: last
      ? writeCursor(state.definition.name, q, { plan, share, last } satisfies RelevanceState)
      : null,
    hasNextPage: rest.length > page.length,
  };
}

async function byKey(context: SearchContext, q: CheckedQuery, plan: Plan | null): Promise<SearchResult> {
  const { sql, schema, state } = context;
  const after = readCursor<SortKey>(state.definition.name, q, isSortKey);
  const finders = plan && findingWords(plan, q.mode, await passingShare(context, q));
  const words = finders && wordsQuery(state.live, finders, q.mode);
  const counts = await count(context, q, words);
  if (q.first === 0) return { ...NOTHING, ...counts };
  const rows = await sortedPage(sql, schema, state.live, q, words, after, q.first + 1);
  const page = rows.slice(0, q.first);
  const last = page.at(-1);
  const ranked = page.map(({ id }) => ({ id, score: 0 }));
  return {
    ...counts,
    hits: await loadHits(sql, schema, state.live, context.stemmer, plan, ranked),
    endCursor: last ? writeCursor(state.definition.name, q, last) : null,
    hasNextPage: rows.length > page.length,
  };
}

function count(
  { sql, schema, facetSets, state }: SearchContext,
  q: CheckedQuery,
  words: string | null,
): Promise<Counts> {
  return countMatches(sql, schema, facetSets, state, q, words);
}

/** About which part of the documents passes the filters, taken as independent; only mode `any` needs to know. */
async function passingShare({ sql, schema, state }: SearchContext, q: CheckedQuery): Promise<number> {
  if (q.mode === 'all' || q.filters.length === 0) return 1;
  const lexemes = q.filters.flatMap(([facet, values]) => values.map((value) => facetLexeme(facet, value)));
  const frequencies = await frequenciesOf(sql, schema, state.live, lexemes);
  let share = 1;
  for (const [facet, values] of q.filters) {
    const documents = values.reduce(
      (sum, value) => sum + (frequencies.get(facetLexeme(facet, value)) ?? 0),
      0,
    );
    share *= Math.min(1, documents / Math.max(1, state.documents));
  }
  return share;
}
