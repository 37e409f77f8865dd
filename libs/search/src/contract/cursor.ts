import { createHash } from 'node:crypto';
import { SearchError } from '../port.js';
import type { CheckedQuery } from './check-query.js';

/** Longest cursor that is read, in characters. */
const LONGEST = 8_000;

/** What a cursor must agree on with the query it is used with; page size and facets may change between pages. */
function fingerprint(index: string, q: CheckedQuery): string {
  const identity = JSON.stringify([index, q.text, q.mode, q.filters, q.ranges, q.sort]);
  return createHash('sha256').update(identity).digest('base64url').slice(0, 12);
}

/**
 * A cursor names the last hit by its sort key, not by its rank, so that documents that come and go shift nothing.
 * `state` is the engine's own; it is not secret and not trusted: filters are never taken from it.
 */
export function writeCursor(index: string, q: CheckedQuery, state: unknown): string {
  return Buffer.from(JSON.stringify([fingerprint(index, q), state])).toString('base64url');
}

/**
 * @param isState tells whether the decoded state has the engine's shape.
 * @throws SearchError bad-cursor
 */
export function readCursor<S>(
  index: string,
  q: CheckedQuery,
  isState: (state: unknown) => state is S,
): S | null {
  if (q.after === null) return null;
  try {
    if (q.after.length > LONGEST) throw new Error('too long');
    const [owner, state] = JSON.parse(Buffer.from(q.after, 'base64url').toString('utf8')) as unknown[];
    if (owner === fingerprint(index, q) && isState(state)) return state;
  } catch (cause) {
    throw new SearchError('bad-cursor', 'the cursor is damaged', { cause });
  }
  throw new SearchError('bad-cursor', 'the cursor belongs to another query');
}
