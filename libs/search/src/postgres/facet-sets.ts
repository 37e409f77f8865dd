import { createHash } from 'node:crypto';
import type { Sql } from './stemmer.js';

export type FacetPair = [facet: string, value: string];

const CACHE_LIMIT = 100_000;

/**
 * The combinations of facet values that occur. A document points to one, and a set never changes, so counting the facets of 20,000
 * documents is one GROUP BY over integers and an addition over a few thousand remembered sets.
 */
export class FacetSets {
  private readonly pairs = new Map<number, FacetPair[]>();

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

  /** The values of the sets that exist among `ids`. */
  async valuesOf(sql: Sql, ids: number[]): Promise<ReadonlyMap<number, FacetPair[]>> {
    const missing = ids.filter((id) => !this.pairs.has(id));
    if (missing.length > 0) {
      const { rows } = await sql.query<{ id: number; pairs: FacetPair[] }>(
        `SELECT id, pairs FROM ${this.schema}.facet_set WHERE id = ANY($1)`,
        [missing],
      );
      if (this.pairs.size > CACHE_LIMIT) this.pairs.clear();
      for (const { id, pairs } of rows) this.pairs.set(id, pairs);
    }
    return this.pairs;
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
