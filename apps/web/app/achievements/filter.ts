import type { AchievementFilter } from '../data/generated/operations';

/** Filters of the address, in the order they are shown. */
export const FILTERS = [
  'kind',
  'fieldCode',
  'category',
  'trlLevel',
  'rightsOffered',
  'priceMode',
  'regionCode',
  'organizationId',
  'language',
] as const satisfies (keyof AchievementFilter)[];

export type FilterName = (typeof FILTERS)[number];

/** At most this many values of one filter reach the exchange. */
const MOST_VALUES = 30;

/** Reads the address; what it cannot mean is judged by the exchange. */
export function filterOf(search: URLSearchParams): AchievementFilter | undefined {
  const filter: Record<string, string[]> = {};
  for (const name of FILTERS) {
    const values = [...new Set(search.getAll(name).filter(Boolean))].slice(0, MOST_VALUES);
    if (values.length > 0) filter[name] = values;
  }
  return Object.keys(filter).length > 0 ? (filter as AchievementFilter) : undefined;
}

/** The address without one value of a filter, from the first page. */
export function withoutValue(search: URLSearchParams, name: string, value: string): string {
  const next = new URLSearchParams(search);
  next.delete('at');
  next.delete(name, value);
  return `?${next}`;
}

/** Only the words that were searched for. */
export function withoutFilters(search: URLSearchParams): string {
  const q = search.get('q');
  return q ? `?${new URLSearchParams({ q })}` : '?';
}
