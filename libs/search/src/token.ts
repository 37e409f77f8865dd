/** Injection token of the installation's `SearchEngine`; the application decides which one it is. */
export const SEARCH_ENGINE = Symbol.for('stx.search-engine');
