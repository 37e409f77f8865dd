import type { CheckedQuery } from '../contract/check-query.js';
import { encodeValue } from './records.js';

const quoted = (value: string): string => `"${encodeValue(value)}"`;

/** Filter expressions, all of which must hold. @param except a facet whose own filter is left out */
export function filtersOf(q: CheckedQuery, except?: string): string[] {
  const facets = q.filters
    .filter(([facet]) => facet !== except)
    .map(([facet, values]) => `"facets.${facet}" IN [${values.map(quoted).join(', ')}]`);
  const ranges = q.ranges.flatMap(([name, { min, max }]) => [
    `"numbers.${name}" EXISTS`,
    ...(min === undefined ? [] : [`"numbers.${name}" >= ${min}`]),
    ...(max === undefined ? [] : [`"numbers.${name}" <= ${max}`]),
  ]);
  return [...facets, ...ranges];
}

export const keyFilter = (keys: string[]): string => `key IN [${keys.map((key) => `"${key}"`).join(', ')}]`;
