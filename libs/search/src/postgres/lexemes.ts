/**
 * How things are written as lexemes. `term` rows hold them as they are; in a document's tsvector the version stands
 * in front. A text lexeme consists of letters and digits (and . + #) and so never begins with one of the signs.
 */

/** A word that occurs in the title or the keywords. */
export const titleLexeme = (lexeme: string): string => `^${lexeme}`;

/** A value of a facet; \u0001 cannot occur in either part. */
export const facetLexeme = (facet: string, value: string): string => `=${facet}\u0001${value}`;

/** Every document has it. */
export const EVERY_DOCUMENT = '*';

/** A lexeme inside the tsvector of a version; plain lexemes get a dot in front. */
export const versioned = (version: number, lexeme: string): string =>
  /^[\^=*]/.test(lexeme) ? `${version}${lexeme}` : `${version}.${lexeme}`;

/** For the text form of a tsvector or tsquery. */
export const quoteLexeme = (lexeme: string): string =>
  `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** Frequencies are stored as positions, which are integers 1–16383. */
export const FREQUENCY_SCALE = 8;
const LARGEST_POSITION = 16_383;

export const frequencyToPosition = (frequency: number): number =>
  Math.min(LARGEST_POSITION, Math.max(1, Math.round(frequency * FREQUENCY_SCALE)));
