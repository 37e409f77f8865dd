import { createHash } from 'node:crypto';
import type { Sql } from './stemmer.js';

export type FacetPair = [facet: string, value: string];

const CACHE_LIMIT = 100_000;

/**
 * The combinations of facet values that occur. A document points to one, and a set never changes, so counting the facets of 20,000
 * documents is one list of integers from PostgreSQL and an addition in memory, instead of 100,000 rows to unnest and group.
 */
export class FacetSets {
  /** Every value met so far; its position is its code. */
  private readonly values: FacetPair[] = [];
  private readonly codes = new Map<string, number>();
  /** The codes of each set met so far. */
  private readonly sets = new Map<number, number[]>();

  constructor(private readonly schema: string) {}

  /**
   * The set of each document, from its marks; sets that are new are stored. Ids are not remembered here: a
   * transaction that is rolled back takes its new sets with it.
   */
  async idsOf(sql: Sql, version: number, documents: Iterable<string>[]): Promise<number[]> {
    const wanted = documents.map((marks) => [...marks].filter((mark) => mark.startsWith('=')).sort());
    const keys = wanted.map((marks) => createHash('md5').update(marks.join('\u0002')).digest('hex'));
    const sets = new Map(keys.map((key, position) => [key, wanted[position]!.map(toPair)]));
    const ids = await this.stored(sql, version, [...sets.keys()]);
    const fresh = [...sets].filter(([key]) => !ids.has(key));
    if (fresh.length > 0) {
      const { rows } = await sql.query<{ id: number; key: string }>(
        `INSERT INTO ${this.schema}.facet_set (version, key, pairs)
         SELECT $1, key, pairs::jsonb FROM unnest($2::text[], $3::text[]) AS fresh (key, pairs) RETURNING id, key`,
        [version, fresh.map(([key]) => key), fresh.map(([, pairs]) => JSON.stringify(pairs))],
      );
      for (const { id, key } of rows) ids.set(key, id);
    }
    return keys.map((key) => ids.get(key)!);
  }

  /**
   * How often each value occurs in documents with these sets; a set is listed once for each document.
   * @returns count by facet and value, of the facets asked for
   */
  async countValues(
    sql: Sql,
    documents: Int32Array,
    facets: string[],
  ): Promise<Map<string, Map<string, number>>> {
    await this.load(sql, documents);
    const counts = new Int32Array(this.values.length);
    for (const set of documents) for (const code of this.sets.get(set) ?? []) counts[code]!++;
    const result = new Map(facets.map((facet) => [facet, new Map<string, number>()]));
    counts.forEach((count, code) => {
      const [facet, value] = this.values[code]!;
      if (count > 0) result.get(facet)?.set(value, count);
    });
    return result;
  }

  private async load(sql: Sql, documents: Int32Array): Promise<void> {
    if (this.sets.size > CACHE_LIMIT) this.sets.clear();
    const missing = new Set<number>();
    for (const set of documents) if (!this.sets.has(set)) missing.add(set);
    if (missing.size === 0) return;
    const { rows } = await sql.query<{ id: number; pairs: FacetPair[] }>(
      `SELECT id, pairs FROM ${this.schema}.facet_set WHERE id = ANY($1)`,
      [[...missing]],
    );
    for (const { id, pairs } of rows)
      this.sets.set(
        id,
        pairs.map((pair) => this.codeOf(pair)),
      );
  }

  private codeOf(pair: FacetPair): number {
    const key = pair.join('\u0001');
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    this.codes.set(key, this.values.push(pair) - 1);
    return this.values.length - 1;
  }

  private async stored(sql: Sql, version: number, keys: string[]): Promise<Map<string, number>> {
    const { rows } = await sql.query<{ id: number; key: string }>(
      `SELECT id, key FROM ${this.schema}.facet_set WHERE version = $1 AND key = ANY($2)`,
      [version, keys],
    );
    return new Map(rows.map(({ id, key }) => [key, id]));
  }
}

function toPair(mark: string): FacetPair {
  const separator = mark.indexOf('\u0001');
  return [mark.slice(1, separator), mark.slice(separator + 1)];
}
