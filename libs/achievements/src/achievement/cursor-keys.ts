import { decodeCursor, isId, Refused } from '@stx/platform';

/** The last id of a list ordered by id, null on the first page. @throws Refused CURSOR, also for another list's cursor */
export function idAfter(cursor: string | null | undefined): string | null {
  const keys = decodeCursor(cursor);
  if (keys && !isId(keys[0])) throw new Refused('CURSOR', { field: 'after' });
  return keys ? (keys[0] as string) : null;
}
