import type { FacetSets } from './facet-sets.js';
import type { IndexState } from './registry.js';
import type { Sql, Stemmer } from './stemmer.js';

/** What a query needs besides itself; `sql` is one snapshot, `state` the index as it is in it. */
export interface SearchContext {
  sql: Sql;
  schema: string;
  stemmer: Stemmer;
  facetSets: FacetSets;
  state: IndexState;
}
