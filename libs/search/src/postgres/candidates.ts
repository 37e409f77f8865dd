import type { CheckedQuery } from '../contract/check-query.js';
import { bm25 } from './bm25.js';
import { versioned } from './lexemes.js';
import { matching, wordsQuery, type Match, type Place } from './match.js';
import { lexemesOf, type Group, type Plan } from './plan.js';
import type { Sql } from './stemmer.js';

export interface Candidate {
  id: string;
  score: number;
  publishedAt: number;
  facetSet: number;
}

/** The last hit of a page, which the next page goes on from. */
export type RankKey = Pick<Candidate, 'id' | 'score' | 'publishedAt'>;

/** Where candidates were looked for and, if there were too many, the oldest that was taken. */
export interface Cut {
  place: Place;
  since: { publishedAt: number; id: string } | null;
}

export const UNCUT: Cut[] = [{ place: 'anywhere', since: null }];

/** Documents that are scored per place; each costs about 5 µs. */
export const MOST_CANDIDATES = 2_000;

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

/** Whether the finders cannot match more documents than are scored. */
export function areFew(finders: Group[], mode: 'all' | 'any'): boolean {
  const frequencies = finders.map(({ df }) => df);
  const most = mode === 'all' ? Math.min(...frequencies) : frequencies.reduce((sum, df) => sum + df, 0);
  return most <= MOST_CANDIDATES;
}

/** Finds and scores candidates. The query's own part of a search: what to find and how to score it. */
export class Ranking {
  constructor(
    private readonly sql: Sql,
    private readonly schema: string,
    private readonly version: number,
    private readonly q: CheckedQuery,
    private readonly plan: Plan,
    private readonly finders: Group[],
  ) {}

  /** All candidates of these places, in their final order. */
  async rank(cuts: Cut[]): Promise<Candidate[]> {
    const found = new Map<string, Candidate>();
    for (const { place, since } of cuts) {
      for (const candidate of await this.score(this.find(place, since))) found.set(candidate.id, candidate);
    }
    return [...found.values()].sort(bestFirst);
  }

  /**
   * Too many to score all: those with the words in their titles come first, the newest of them if even these are too many;
   * then those with one of the words there, then the newest of the rest, until there are `wanted`.
   * The cuts let the next page look at the same documents although newer ones have come.
   */
  async rankMany(wanted: number): Promise<{ candidates: Candidate[]; cuts: Cut[] }> {
    const found = new Map<string, Candidate>();
    const cuts: Cut[] = [];
    const places: Place[] =
      this.q.mode === 'all' ? ['all-in-title', 'one-in-title', 'anywhere'] : ['anywhere'];
    for (const place of places) {
      const scored = await this.score(this.newest(this.find(place, null)));
      for (const candidate of scored) found.set(candidate.id, candidate);
      const oldest = scored.length < MOST_CANDIDATES ? undefined : scored.sort(newestFirst).at(-1);
      cuts.push({ place, since: oldest ? { publishedAt: oldest.publishedAt, id: oldest.id } : null });
      if (found.size >= wanted) break;
    }
    return { candidates: [...found.values()].sort(bestFirst), cuts };
  }

  private find(place: Place, since: Cut['since']): Match {
    const words = wordsQuery(this.version, this.finders, this.q.mode, place);
    const { condition, parameters } = matching(this.version, this.q, words);
    if (!since) return { condition, parameters };
    const [date, id] = [parameters.push(since.publishedAt), parameters.push(since.id)];
    const newer = `(published_at > $${date} OR (published_at = $${date} AND id <= $${id}))`;
    return { condition: `${condition} AND ${newer}`, parameters };
  }

  /**
   * Only the newest of the matches. They are sorted by their places on disk, not with their vectors, which would not fit into memory.
   * `+ 0` keeps the planner from walking the index by date and testing every document on the way.
   */
  private newest({ condition, parameters }: Match): Match {
    const newest = `SELECT ctid FROM ${this.schema}.document WHERE ${condition}
      ORDER BY published_at + 0 DESC, id LIMIT ${MOST_CANDIDATES}`;
    return { condition: `ctid = ANY(ARRAY(${newest}))`, parameters };
  }

  private async score({ condition, parameters }: Match): Promise<Candidate[]> {
    const lexemes = lexemesOf(this.plan.groups).map((lexeme) => versioned(this.version, lexeme));
    // setweight and ts_filter pick the query's words out of a vector in C; unnest would take twenty times as long.
    const { rows } = await this.sql.query<Row>(
      `SELECT id, published_at, length, facet_set,
         ts_filter(setweight(words, 'A', $${parameters.length + 1}), '{a}')::text AS frequencies
       FROM ${this.schema}.document WHERE ${condition}`,
      [...parameters, lexemes],
    );
    const prefix = versioned(this.version, 'x').length - 1;
    return rows.map((row) => ({
      id: row.id,
      publishedAt: Number(row.published_at),
      facetSet: row.facet_set,
      score: bm25(this.plan, parseFrequencies(row.frequencies, prefix), row.length),
    }));
  }
}

interface Row {
  id: string;
  published_at: string;
  length: number;
  facet_set: number;
  frequencies: string;
}

/** Reads `'7.quantum':8A '7.dot':16A`; text lexemes hold no quotes. */
function parseFrequencies(vector: string, prefix: number): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const [, lexeme, position] of vector.matchAll(/'([^']+)':(\d+)A/g)) {
    frequencies.set(lexeme!.slice(prefix), Number(position));
  }
  return frequencies;
}

const byId = (a: RankKey, b: RankKey): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const newestFirst = (a: RankKey, b: RankKey): number => b.publishedAt - a.publishedAt || byId(a, b);

/** Score, then the newer, then by id: a total order that does not depend on the page. */
export const bestFirst = (a: RankKey, b: RankKey): number => b.score - a.score || newestFirst(a, b);
