import {
  MAX_TEXT,
  SearchError,
  type IndexDefinition,
  type NumberRange,
  type SearchQuery,
  type SearchSort,
} from '../port.js';
import { cleanText } from '../text/fold.js';

/** A query with its defaults filled in and everything checked against the index. */
export interface CheckedQuery {
  text: string;
  mode: 'all' | 'any';
  /** Only facets that filter, i.e. with at least one value. */
  filters: [facet: string, values: string[]][];
  ranges: [number: string, range: NumberRange][];
  sort: SearchSort;
  first: number;
  after: string | null;
  facets: string[];
}

/**
 * @throws SearchError bad-input: an unknown facet or number, a page size outside 0–100, a bound that is not a number.
 * The text is never refused.
 */
export function checkQuery(index: IndexDefinition, q: SearchQuery): CheckedQuery {
  const mode = q.mode ?? 'all';
  const first = q.first ?? 20;
  if (!Number.isInteger(first) || first < 0 || first > 100) throw bad(`first is 0–100, not ${first}`);
  const filters = Object.entries(q.filters ?? {}).filter(([, values]) => values.length > 0);
  const facets = [...new Set(q.facets ?? [])];
  for (const facet of [...filters.map(([name]) => name), ...facets]) {
    if (!index.facets.includes(facet)) throw bad(`${index.name} has no facet ${JSON.stringify(facet)}`);
  }
  const ranges = Object.entries(q.ranges ?? {});
  for (const [name, range] of ranges) {
    checkNumber(index, name);
    if ([range.min, range.max].some((bound) => bound !== undefined && !Number.isFinite(bound)))
      throw bad(`the bounds of ${name} are not numbers`);
  }
  const sort = q.sort ?? 'relevance';
  if (typeof sort === 'object') checkNumber(index, sort.number);
  return {
    text: cleanText((q.text ?? '').slice(0, MAX_TEXT[mode])).trimStart(),
    mode,
    filters: filters.map(([name, values]) => [name, [...new Set(values.map(cleanText))]]),
    ranges,
    sort,
    first,
    after: q.after ?? null,
    facets,
  };
}

function checkNumber(index: IndexDefinition, name: string): void {
  if (!index.numbers?.includes(name)) throw bad(`${index.name} has no number ${JSON.stringify(name)}`);
}

function bad(message: string): SearchError {
  return new SearchError('bad-input', message);
}
