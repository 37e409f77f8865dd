/** The application provides the engine under this token; it is the same symbol wherever the port is used. */
export const SEARCH_ENGINE = Symbol.for('stx.search-engine');
