import type { Settings } from 'meilisearch';
import type { IndexDefinition } from '../port.js';
import { ENGLISH_STOP_WORDS } from '../text/english-stop-words.js';

const facetAttribute = (name: string): string => `facets.${name}`;
const numberAttribute = (name: string): string => `numbers.${name}`;

/** All settings of an index, as code; `ensure` applies them. */
export function settingsOf(index: IndexDefinition): Settings {
  const numbers = (index.numbers ?? []).map(numberAttribute);
  return {
    searchableAttributes: ['title', 'keywords', 'summary', 'body'],
    filterableAttributes: [...index.facets.map(facetAttribute), ...numbers, 'publishedAt', 'key'],
    sortableAttributes: [...numbers, 'publishedAt', 'key'],
    rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
    stopWords: ENGLISH_STOP_WORDS,
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
    // Without the hint short Chinese texts are now and then taken for Japanese and cut wrongly.
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn', 'eng'] }],
    faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
    // Totals are capped by this number; pages end at MAX_RELEVANCE_HITS by themselves.
    pagination: { maxTotalHits: 1_000_000 },
  };
}

/** What an index can filter, count and sort, read back from its settings: another process may have made them. */
export function definitionOf(name: string, settings: Settings): IndexDefinition {
  const attributes = (settings.filterableAttributes ?? []).filter(
    (attribute) => typeof attribute === 'string',
  );
  const named = (prefix: string): string[] =>
    attributes
      .filter((attribute) => attribute.startsWith(prefix))
      .map((attribute) => attribute.slice(prefix.length));
  return { name, facets: named('facets.'), numbers: named('numbers.') };
}
