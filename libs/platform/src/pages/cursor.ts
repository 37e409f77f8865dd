import { Refused } from '../refusal/refused.js';

export interface Page<T> {
  nodes: T[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  totalCount: number;
}

/** `first` between 1 and 100. @throws Refused PAGE_SIZE */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > 100)
    throw new Refused('PAGE_SIZE', { field: 'first' });
  return first;
}

/** An opaque place in a list: the sort keys of its last row. */
export const encodeCursor = (keys: (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** @throws Refused CURSOR when it is not one of ours. */
export function decodeCursor(cursor: string | null | undefined): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string' || typeof key === 'number'))
      return keys;
  } catch {
    // falls through to the refusal: a broken cursor is the caller's mistake, whatever broke it
  }
  throw new Refused('CURSOR', { field: 'after' });
}

/** Cuts rows fetched with `limit first + 1` into a page. */
export function toPage<T>(
  rows: T[],
  first: number,
  totalCount: number,
  keysOf: (row: T) => (string | number)[],
): Page<T> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: { endCursor: last ? encodeCursor(keysOf(last)) : null, hasNextPage: rows.length > first },
    totalCount,
  };
}
