import type { DomainDatabase } from '../database/domain-database.js';
import { isId } from '../ids/ids.js';
import { Refused } from '../refusal/refused.js';
import { decodeCursor, pageSize, toPage, type Page } from './cursor.js';

export interface PageRequest {
  first: number;
  after?: string | null;
}

/** Rows of `table` that meet `where`. These three are written by us, never taken from outside; values are `parameters`. */
export interface Listing {
  table: string;
  /** Column of type timestamptz that orders the list. */
  instant: string;
  where: string;
  parameters: unknown[];
}

/**
 * The last place of a list ordered by an instant, then id; nulls on the first page.
 * @throws Refused CURSOR when the keys are not an instant and an id
 */
export function placeAfter(after: string | null | undefined): [string | null, string | null] {
  const keys = decodeCursor(after);
  if (!keys) return [null, null];
  const [at, id] = keys;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || !isId(id))
    throw new Refused('CURSOR', { field: 'after' });
  return [at, id as string];
}

/** A page of ids and instants, newest first; `load` fetches the rows themselves, in any order. */
export async function newestFirst<T extends { id: string }>(
  db: DomainDatabase,
  { table, instant, where, parameters }: Listing,
  { first, after }: PageRequest,
  load: (ids: string[]) => Promise<T[]>,
): Promise<Page<T>> {
  const size = pageSize(first);
  const place = placeAfter(after);
  const next = parameters.length;
  const [count] = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
    parameters,
  );
  const rows = await db.query<{ id: string; at: Date }>(
    `SELECT id, ${instant} AS at FROM ${table} WHERE ${where}
        AND ($${next + 1}::timestamptz IS NULL OR (${instant}, id) < ($${next + 1}, $${next + 2}::uuid))
      ORDER BY ${instant} DESC, id DESC LIMIT $${next + 3}`,
    [...parameters, ...place, size + 1],
  );
  const loaded = new Map((await load(rows.map(({ id }) => id))).map((row) => [row.id, row]));
  const page = toPage(rows, size, count!.n, ({ at, id }) => [at.toISOString(), id]);
  return { ...page, nodes: page.nodes.map(({ id }) => loaded.get(id)!) };
}
