import type { CheckedQuery } from '../contract/check-query.js';
import { MAX_RELEVANCE_HITS } from '../port.js';
import { bm25 } from './bm25.js';
import { quoteLexeme, versioned } from './lexemes.js';
import { matching, wordsQuery, type Match, type Place } from './match.js';
import { lexemesOf, type Group, type Plan } from './plan.js';
import type { Sql } from './stemmer.js';

export interface Candidate {
  id: string;
  score: number;
  publishedAt: number;
}

/** Documents that are scored for one page; each costs about 10 µs. */
const MOST_CANDIDATES = 2_000;

/**
 * The words that find. In mode `all` every word does. In mode `any` the rarest do, as many as keep the candidates few: a document that has
 * only the common words cannot come near the top.
 * @param share of the documents that pass the filters, 0–1: the fewer pass, the more words can be afforded
 */
export function findingWords(plan: Plan, mode: 'all' | 'any', share: number): Group[] {
  if (mode === 'all') return plan.groups;
  const rarestFirst = [...plan.groups].sort((a, b) => a.df - b.df);
  let expected = 0;
  return rarestFirst.filter(({ df }, position) => {
    expected += df * share;
    return position === 0 || expected <= MOST_CANDIDATES;
  });
}

/** The best documents by BM25, at most `MAX_RELEVANCE_HITS`, in their final order. */
export async function rankCandidates(
  sql: Sql,
  schema: string,
  version: number,
  q: CheckedQuery,
  plan: Plan,
  finders: Group[],
  total: number,
): Promise<Candidate[]> {
  const find = (place: Place): Match => matching(version, q, wordsQuery(version, finders, q.mode, place));
  const found = new Map<string, Candidate>();
  // Too many to score all: those with the words in their titles come first, the rest is filled up with the newest.
  const places: Place[] =
    total <= MOST_CANDIDATES || q.mode === 'any'
      ? ['anywhere']
      : ['all-in-title', 'one-in-title', 'anywhere'];
  for (const place of places) {
    const match = find(place);
    for (const candidate of await score(sql, schema, version, match, plan))
      found.set(candidate.id, candidate);
    if (found.size >= MAX_RELEVANCE_HITS) break;
  }
  return [...found.values()].sort(bestFirst).slice(0, MAX_RELEVANCE_HITS);
}

/** Score, then the newer, then by id: a total order that does not depend on the page. */
export function bestFirst(a: Candidate, b: Candidate): number {
  return b.score - a.score || b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Only the newest of the matches. They are sorted by their places, not with their vectors, which would not fit into memory.
 * `+ 0` keeps the planner from walking the index by date and testing every document on the way.
 */
function newestOf(schema: string, { condition, parameters }: Match): Match {
  const newest = `SELECT ctid FROM ${schema}.document WHERE ${condition}
    ORDER BY published_at + 0 DESC, id LIMIT ${MOST_CANDIDATES}`;
  return { condition: `ctid = ANY(ARRAY(${newest}))`, parameters };
}

async function score(
  sql: Sql,
  schema: string,
  version: number,
  match: Match,
  plan: Plan,
): Promise<Candidate[]> {
  const { condition, parameters } = match;
  const lexemes = lexemesOf(plan.groups).map((lexeme) => versioned(version, lexeme));
  // setweight and ts_filter pick the query's words out of a vector in C; unnest would take twenty times as long.
  const { rows } = await sql.query<{ id: string; published_at: string; length: number; frequencies: string }>(
    `SELECT id, published_at, length,
       ts_filter(setweight(words, 'A', $${parameters.length + 1}), '{a}')::text AS frequencies
     FROM ${schema}.document WHERE ${condition}`,
    [...parameters, lexemes],
  );
  const prefix = quoteLexeme(versioned(version, 'x')).length - 2;
  return rows.map((row) => ({
    id: row.id,
    publishedAt: Number(row.published_at),
    score: bm25(plan, parseFrequencies(row.frequencies, prefix), row.length),
  }));
}

/** Reads `'7.quantum':8A '7.dot':16A`; text lexemes hold no quotes. */
function parseFrequencies(vector: string, prefix: number): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const [, lexeme, position] of vector.matchAll(/'([^']+)':(\d+)A/g)) {
    frequencies.set(lexeme!.slice(prefix - 1), Number(position));
  }
  return frequencies;
}
