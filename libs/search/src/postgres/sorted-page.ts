import type { CheckedQuery } from '../contract/check-query.js';
import { matching } from './match.js';
import type { SearchContext } from './search-context.js';

/** The sort key of a document; null = it lacks the number. */
export interface SortKey {
  key: number | null;
  id: string;
}

export const isSortKey = (state: unknown): state is SortKey => {
  const { key, id } = (state ?? {}) as SortKey;
  return (key === null || Number.isFinite(key)) && typeof id === 'string' && !id.includes('\0');
};

/**
 * `limit` documents after `after` in the order of the query, which is not relevance.
 * The condition on the key is a keyset: nothing is counted off, so documents that come and go shift nothing.
 */
export async function sortedPage(
  { sql, schema, state }: SearchContext,
  q: CheckedQuery,
  words: string | null,
  after: SortKey | null,
  limit: number,
): Promise<SortKey[]> {
  const { condition, parameters } = matching(state.live, q, words);
  const parameter = (value: unknown): string => `$${parameters.push(value)}`;
  const numbered = typeof q.sort === 'object';
  const ascending = typeof q.sort === 'object' ? q.sort.direction === 'asc' : q.sort === 'oldest';
  // With lexemes to match, `+ 0` keeps the planner from walking the index by date and testing every document on the way.
  const byDate = words === null && q.filters.length === 0 ? 'published_at' : '(published_at + 0)';
  const key = typeof q.sort === 'object' ? `(numbers->>${parameter(q.sort.number)})::float8` : byDate;
  const rest = after ? `AND ${keyset(key, after, ascending, parameter)}` : '';
  const direction = ascending ? 'ASC' : 'DESC';
  const { rows } = await sql.query<{ key: string | number | null; id: string }>(
    `SELECT ${key} AS key, id FROM ${schema}.document WHERE ${condition} ${rest}
     ORDER BY ${key} ${direction} ${numbered ? 'NULLS LAST' : ''}, id LIMIT ${limit}`,
    parameters,
  );
  return rows.map((row) => ({ id: row.id, key: row.key === null ? null : Number(row.key) }));
}

function keyset(
  key: string,
  last: SortKey,
  ascending: boolean,
  parameter: (value: unknown) => string,
): string {
  const id = parameter(last.id);
  if (last.key === null) return `(${key} IS NULL AND id > ${id})`;
  const value = parameter(last.key);
  const further = `${key} ${ascending ? '>' : '<'} ${value}`;
  return `(${further} OR (${key} = ${value} AND id > ${id}) OR ${key} IS NULL)`;
}
