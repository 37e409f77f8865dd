import type { Index, Meilisearch, MultiSearchParams } from 'meilisearch';
import type { CheckedQuery } from '../contract/check-query.js';
import { MAX_RELEVANCE_HITS } from '../port.js';
import { filtersOf } from './filters.js';
import { informativeWords, type QueryWord } from './query-words.js';
import type { SearchRecord } from './records.js';

export interface Ranked {
  key: string;
  id: string;
  score: number;
  publishedAt: number;
}

/** Score, then the newer, then by key: a total order that no other document changes. */
export const bestFirst = (a: Ranked, b: Ranked): number =>
  b.score - a.score || b.publishedAt - a.publishedAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

const SMALL = { attributesToRetrieve: ['key', 'id', 'publishedAt'], showRankingScore: true };

/** Mode `all`. Meilisearch reads ten words; what follows them does not restrict. */
export async function rankAll(
  index: Index<SearchRecord>,
  q: CheckedQuery,
): Promise<{ ranked: Ranked[]; total: number }> {
  const { hits, estimatedTotalHits } = await index.search(q.text, {
    ...SMALL,
    filter: filtersOf(q),
    matchingStrategy: 'all',
    limit: MAX_RELEVANCE_HITS,
  });
  const ranked = hits.map((hit) => ({ ...hit, score: hit._rankingScore ?? 0 })).sort(bestFirst);
  return { ranked, total: estimatedTotalHits ?? ranked.length };
}

/** Words of a long text that are asked about; each is one query, all in one request. */
const MOST_WORDS = 60;
/** Words of them that find, and documents that each may find. */
const FINDING_WORDS = 16;
const HITS_PER_WORD = 300;

/**
 * Mode `any`. One query of many words would drop words from its end until something matches, and reads ten at most. So the words are
 * counted first, the rarest search one by one, and a document scores the sum of what its words say (inverse frequency).
 */
export async function rankAny(
  client: Meilisearch,
  uid: string,
  q: CheckedQuery,
  documents: number,
): Promise<{ ranked: Ranked[]; words: string[] }> {
  const asked = informativeWords(q.text, MOST_WORDS);
  const filter = filtersOf(q);
  const query = { indexUid: uid, matchingStrategy: 'all' as const };
  const { results: counts } = await client.multiSearch({
    queries: asked.map(({ text }) => ({ ...query, q: text, limit: 0 })),
  });
  const finding = asked
    .map((word, position) => ({ ...word, df: counts[position]?.estimatedTotalHits ?? 0 }))
    .filter(({ df }) => df > 0)
    .map((word) => ({ ...word, says: informationOf(word, documents) }))
    .sort((a, b) => b.says - a.says)
    .slice(0, FINDING_WORDS);
  if (finding.length === 0) return { ranked: [], words: [] };
  const { results } = await client.multiSearch<MultiSearchParams, ScoredHit>({
    queries: finding.map(({ text }) => ({ ...query, ...SMALL, q: text, filter, limit: HITS_PER_WORD })),
  });
  const ranked = merge(results.map(({ hits }, position) => ({ hits, says: finding[position]!.says })));
  return { ranked: ranked.slice(0, MAX_RELEVANCE_HITS), words: finding.map(({ text }) => text) };
}

export interface ScoredHit extends Record<string, unknown> {
  key: string;
  id: string;
  publishedAt: number;
  _rankingScore?: number;
}

/** Adds up what each word says for each document. */
export function merge(lists: { hits: ScoredHit[]; says: number }[]): Ranked[] {
  const merged = new Map<string, Ranked>();
  for (const { hits, says } of lists) {
    for (const { key, id, publishedAt, _rankingScore } of hits) {
      const score = says * (_rankingScore ?? 1) + (merged.get(key)?.score ?? 0);
      merged.set(key, { key, id, publishedAt, score });
    }
  }
  return [...merged.values()].sort(bestFirst);
}

const informationOf = ({ times, df }: QueryWord & { df: number }, documents: number): number =>
  (1 + Math.log(times)) * Math.log(1 + Math.max(documents, df) / df);
