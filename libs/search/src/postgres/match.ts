import type { CheckedQuery } from '../contract/check-query.js';
import { facetLexeme, quoteLexeme, titleLexeme, versioned } from './lexemes.js';
import type { Group } from './plan.js';

/** A condition on `document` with its parameters; the text says nothing about values. */
export interface Match {
  /** For after WHERE; parameters are numbered from $1. */
  condition: string;
  parameters: unknown[];
}

type TsQuery = string;

/** How words are looked for: anywhere, only in titles and keywords, or at least one of them there. */
export type Place = 'anywhere' | 'all-in-title' | 'one-in-title';

/** Text of a tsquery for the words of a query. */
export function wordsQuery(
  version: number,
  groups: Group[],
  mode: 'all' | 'any',
  place: Place = 'anywhere',
): TsQuery {
  const clauses = (inTitle: boolean): string[] => groups.map((group) => groupQuery(version, group, inTitle));
  if (mode === 'any') return clauses(false).join(' | ');
  if (place === 'all-in-title') return clauses(true).join(' & ');
  const everywhere = clauses(false).join(' & ');
  return place === 'anywhere' ? everywhere : `${everywhere} & (${clauses(true).join(' | ')})`;
}

function groupQuery(version: number, group: Group, inTitle: boolean): TsQuery {
  const readings = group.alternatives.map(({ lexemes }) => {
    const all = lexemes.map((lexeme) =>
      quoteLexeme(versioned(version, inTitle ? titleLexeme(lexeme) : lexeme)),
    );
    return all.length === 1 ? all[0]! : `(${all.join(' & ')})`;
  });
  return readings.length === 1 ? readings[0]! : `(${readings.join(' | ')})`;
}

/** @param except a facet whose own filter is left out, for counting its values */
export function filtersQuery(version: number, q: CheckedQuery, except?: string): TsQuery[] {
  return q.filters
    .filter(([facet]) => facet !== except)
    .map(([facet, values]) => {
      const options = values.map((value) => quoteLexeme(versioned(version, facetLexeme(facet, value))));
      return `(${options.join(' | ')})`;
    });
}

/** Documents of a version that have the words (null: whatever they say), pass the filters and lie in the ranges. */
export function matching(version: number, q: CheckedQuery, words: TsQuery | null, except?: string): Match {
  const clauses = [...(words === null ? [] : [`(${words})`]), ...filtersQuery(version, q, except)];
  const parameters: unknown[] = [];
  const parameter = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions: string[] = [];
  if (clauses.length > 0) conditions.push(`words @@ ${parameter(clauses.join(' & '))}::tsquery`);
  // Without lexemes the B-tree by version serves; with them the version is in each lexeme already.
  else conditions.push(`version = ${parameter(version)}`);
  for (const [name, { min, max }] of q.ranges) {
    const number = `(numbers->>${parameter(name)})::float8`;
    conditions.push(`${number} IS NOT NULL`);
    if (min !== undefined) conditions.push(`${number} >= ${parameter(min)}`);
    if (max !== undefined) conditions.push(`${number} <= ${parameter(max)}`);
  }
  return { condition: conditions.join(' AND '), parameters };
}
