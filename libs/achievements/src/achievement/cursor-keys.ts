import { decodeCursor, isId, Refused } from '@stx/platform';

const broken = () => new Refused('CURSOR', { field: 'after' });

/** The last id of a list ordered by id, null on the first page. @throws Refused CURSOR, also for another list's cursor */
export function idAfter(cursor: string | null | undefined): string | null {
  const keys = decodeCursor(cursor);
  if (keys && !isId(keys[0])) throw broken();
  return keys ? (keys[0] as string) : null;
}

/** The last place of a list ordered by publication, then id. @throws Refused CURSOR, also for another list's cursor */
export function publicationAfter(cursor: string | null | undefined): [at: string | null, id: string | null] {
  const keys = decodeCursor(cursor);
  if (!keys) return [null, null];
  const [at, id] = keys;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || !isId(id)) throw broken();
  return [at, id];
}
