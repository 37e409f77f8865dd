import type { Index } from 'meilisearch';
import type { CheckedQuery } from '../contract/check-query.js';
import type { SearchRecord } from './records.js';

/** The sort key of a document; null = it lacks the number. */
export interface SortKey {
  value: number | null;
  key: string;
}

export interface SortedHit extends SortKey {
  id: string;
}

const CHUNK = 200;

export const isSortKey = (state: unknown): state is SortKey => {
  const { value, key } = (state ?? {}) as SortKey;
  return (value === null || Number.isFinite(value)) && typeof key === 'string' && /^[0-9a-f]{40}$/.test(key);
};

/** `limit` documents after `after` in an order that is not relevance. */
export async function sortedPage(
  index: Index<SearchRecord>,
  q: CheckedQuery,
  filter: string[],
  text: string,
  after: SortKey | null,
  limit: number,
): Promise<SortedHit[]> {
  const attribute = typeof q.sort === 'object' ? `numbers.${q.sort.number}` : 'publishedAt';
  const direction = typeof q.sort === 'object' ? q.sort.direction : q.sort === 'oldest' ? 'asc' : 'desc';
  const rest = after ? [...filter, fromKeyOn(attribute, direction, after)] : filter;
  const page: SortedHit[] = [];
  // The filter keeps what equals the last key; those before it in the order are passed over here.
  for (let offset = 0; page.length < limit; offset += CHUNK) {
    const { hits } = await index.search(text, {
      attributesToRetrieve: ['key', 'id', 'publishedAt', 'numbers'],
      matchingStrategy: 'all',
      filter: rest,
      sort: [`${attribute}:${direction}`, 'key:asc'],
      offset,
      limit: CHUNK,
    });
    for (const { key, id, publishedAt, numbers } of hits) {
      const value = typeof q.sort === 'object' ? (numbers[q.sort.number] ?? null) : publishedAt;
      if (after === null || value !== after.value || key > after.key) page.push({ key, id, value });
    }
    if (hits.length < CHUNK) break;
  }
  return page.slice(0, limit);
}

/** Filters cannot say "greater than this key", so this keeps all that stand at the same value or after it. */
function fromKeyOn(attribute: string, direction: 'asc' | 'desc', { value }: SortKey): string {
  if (value === null) return `"${attribute}" NOT EXISTS`;
  return `("${attribute}" ${direction === 'asc' ? '>=' : '<='} ${value} OR "${attribute}" NOT EXISTS)`;
}
