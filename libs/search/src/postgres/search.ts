import type { CheckedQuery } from '../contract/check-query.js';
import { readCursor, writeCursor } from '../contract/cursor.js';
import { MAX_RELEVANCE_HITS, type SearchResult } from '../port.js';
import {
  areFew,
  bestFirst,
  findingWords,
  MOST_CANDIDATES,
  Ranking,
  UNCUT,
  type Candidate,
  type Cut,
  type RankKey,
} from './candidates.js';
import { countMatches, type Counts } from './facets.js';
import { loadHits } from './hits.js';
import { wordsQuery, type Place } from './match.js';
import { facetLexeme } from './lexemes.js';
import { isPlan, type Group, type Plan } from './plan.js';
import { planQuery } from './planner.js';
import type { SearchContext } from './search-context.js';
import { isSortKey, sortedPage, type SortKey } from './sorted-page.js';
import { frequenciesOf } from './vocabulary.js';

/** By relevance a cursor carries the plan: the last hit keeps its score although other documents came and went. */
interface RelevanceState {
  plan: Plan;
  share: number;
  cuts: Cut[];
  last: RankKey;
}

const PLACES: Place[] = ['all-in-title', 'one-in-title', 'anywhere'];

function isRelevanceState(state: unknown): state is RelevanceState {
  const { plan, share, cuts, last } = (state ?? {}) as RelevanceState;
  const isKey = (key: Partial<RankKey> | null): boolean =>
    Number.isFinite(key?.publishedAt) && typeof key?.id === 'string' && !key.id.includes('\0');
  return (
    isPlan(plan) &&
    Number.isFinite(share) &&
    Array.isArray(cuts) &&
    cuts.length <= PLACES.length &&
    cuts.every((cut) => PLACES.includes(cut?.place) && (cut.since === null || isKey(cut.since))) &&
    Number.isFinite(last?.score) &&
    isKey(last)
  );
}

const NOTHING: Omit<SearchResult, 'facets'> = { total: 0, hits: [], endCursor: null, hasNextPage: false };

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
  const share = before?.share ?? (await passingShare(context, q));
  const finders = findingWords(plan, q.mode, share);
  const ranking = new Ranking(sql, schema, state.live, q, plan, finders);
  const { candidates, cuts, counts } = await rankAndCount(context, q, ranking, finders, before?.cuts);
  const ranked = candidates.slice(0, MAX_RELEVANCE_HITS);
  const rest = before ? ranked.filter((candidate) => bestFirst(before.last, candidate) < 0) : ranked;
  const page = rest.slice(0, q.first);
  const last = page.at(-1);
  return {
    ...counts,
    hits: await loadHits(sql, schema, state.live, context.stemmer, plan, page),
    endCursor: last
      ? writeCursor(state.definition.name, q, { plan, share, cuts, last: rankKey(last) })
      : null,
    hasNextPage: page.length > 0 && rest.length > page.length,
  };
}

const rankKey = ({ id, score, publishedAt }: RankKey): RankKey => ({ id, score, publishedAt });

interface Ranked {
  candidates: Candidate[];
  cuts: Cut[];
  counts: Counts;
}

/** Few matches are read once, for ranking and counting; of many only some are ranked, so they are counted first. */
async function rankAndCount(
  context: SearchContext,
  q: CheckedQuery,
  ranking: Ranking,
  finders: Group[],
  before: Cut[] | undefined,
): Promise<Ranked> {
  const words = wordsQuery(context.state.live, finders, q.mode);
  if (before ? isUncut(before) : areFew(finders, q.mode)) {
    const candidates = await ranking.rank(UNCUT);
    const sets = Int32Array.from(candidates, ({ facetSet }) => facetSet);
    return { candidates, cuts: UNCUT, counts: await countMatches(context, q, words, sets) };
  }
  const counts = await countMatches(context, q, words);
  if (q.first === 0) return { candidates: [], cuts: UNCUT, counts };
  if (before) return { candidates: await ranking.rank(before), cuts: before, counts };
  if (counts.total <= MOST_CANDIDATES) return { candidates: await ranking.rank(UNCUT), cuts: UNCUT, counts };
  return { ...(await ranking.rankMany(MAX_RELEVANCE_HITS)), counts };
}

const isUncut = (cuts: Cut[]): boolean =>
  cuts.length === 1 && cuts[0]!.place === 'anywhere' && cuts[0]!.since === null;

async function byKey(context: SearchContext, q: CheckedQuery, plan: Plan | null): Promise<SearchResult> {
  const { sql, schema, state } = context;
  const after = readCursor<SortKey>(state.definition.name, q, isSortKey);
  const finders = plan && findingWords(plan, q.mode, await passingShare(context, q));
  const words = finders && wordsQuery(state.live, finders, q.mode);
  const counts = await countMatches(context, q, words);
  if (q.first === 0) return { ...NOTHING, ...counts };
  const rows = await sortedPage(context, q, words, after, q.first + 1);
  const page = rows.slice(0, q.first);
  const last = page.at(-1);
  const ranked = page.map(({ id }) => ({ id, score: 0 }));
  return {
    ...counts,
    hits: plan
      ? await loadHits(sql, schema, state.live, context.stemmer, plan, ranked)
      : ranked.map((hit) => ({ ...hit, highlights: {} })),
    endCursor: last ? writeCursor(state.definition.name, q, last) : null,
    hasNextPage: rows.length > page.length,
  };
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
