import type { CheckedQuery } from '../contract/check-query.js';
import type { FacetCount } from '../port.js';
import { facetLexeme } from './lexemes.js';
import { matching } from './match.js';
import type { SearchContext } from './search-context.js';

const MOST_VALUES = 100;

export interface Counts {
  total: number;
  facets: Record<string, FacetCount[]>;
}

/**
 * Counts what matches and, for each facet asked for, its values. A filtered facet is counted without its own filter.
 * @param matches the facet sets of all matches, where they were read already
 */
export async function countMatches(
  context: SearchContext,
  q: CheckedQuery,
  words: string | null,
  matches?: Int32Array,
): Promise<Counts> {
  const filtered = new Set(q.filters.map(([facet]) => facet));
  const together = q.facets.filter((facet) => !filtered.has(facet));
  const counter = new Counter(context, q, words);
  const { total, facets } = matches ? await counter.ofSets(matches, together) : await counter.count(together);
  for (const facet of q.facets) {
    if (filtered.has(facet)) Object.assign(facets, (await counter.count([facet], facet)).facets);
  }
  return { total, facets };
}

class Counter {
  constructor(
    private readonly context: SearchContext,
    private readonly q: CheckedQuery,
    private readonly words: string | null,
  ) {}

  async count(facets: string[], except?: string): Promise<Counts> {
    const { q, words } = this;
    const { sql, schema, state } = this.context;
    const restricted = words !== null || q.ranges.length > 0 || q.filters.some(([facet]) => facet !== except);
    // Everything matches: the statistics of the index know the answer already.
    if (!restricted) return { total: state.documents, facets: await this.fromStatistics(facets) };
    const { condition, parameters } = matching(state.live, q, words, except);
    if (facets.length === 0) {
      const { rows } = await sql.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${schema}.document WHERE ${condition}`,
        parameters,
      );
      return { total: rows[0]!.n, facets: {} };
    }
    // One row with one text: 20,000 rows would take longer to receive than to find.
    const { rows } = await sql.query<{ sets: string | null }>(
      `SELECT array_agg(facet_set)::text AS sets FROM ${schema}.document WHERE ${condition}`,
      parameters,
    );
    return this.ofSets(Int32Array.from(rows[0]?.sets?.slice(1, -1).split(',') ?? [], Number), facets);
  }

  async ofSets(documents: Int32Array, facets: string[]): Promise<Counts> {
    if (facets.length === 0) return { total: documents.length, facets: {} };
    const counts = await this.context.facetSets.countValues(this.context.sql, documents, facets);
    const sorted = [...counts].map(([facet, count]): [string, FacetCount[]] => [facet, frequentFirst(count)]);
    return { total: documents.length, facets: Object.fromEntries(sorted) };
  }

  private async fromStatistics(facets: string[]): Promise<Record<string, FacetCount[]>> {
    if (facets.length === 0) return {};
    const { sql, schema, state } = this.context;
    const beginnings = facets.map((facet) => facetLexeme(facet, ''));
    const { rows } = await sql.query<{ n: number; term: string; df: number }>(
      // OFFSET 0 keeps each facet a range of the index: joined, all terms are read where the table was never analysed.
      `SELECT facet.n::int AS n, counted.term, counted.df
         FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS facet (first, last, n)
        CROSS JOIN LATERAL (SELECT term, df FROM ${schema}.term
          WHERE version = $1 AND term > facet.first AND term < facet.last AND df > 0 OFFSET 0) AS counted`,
      [state.live, beginnings, beginnings.map((beginning) => beginning + '\u{10ffff}')],
    );
    const counts = facets.map((): Map<string, number> => new Map());
    for (const { n, term, df } of rows) counts[n - 1]!.set(term.slice(beginnings[n - 1]!.length), df);
    return Object.fromEntries(facets.map((facet, i) => [facet, frequentFirst(counts[i]!)]));
  }
}

function frequentFirst(counts: Map<string, number>): FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}
