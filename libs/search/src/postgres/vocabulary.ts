import { editDistance } from '../text/edit-distance.js';
import type { Sql } from './stemmer.js';

export interface KnownWord {
  lexeme: string;
  df: number;
}

/** Upper bound of a prefix range: above every code point that can follow. */
const LAST = '\u{10ffff}';

/** Document frequencies of the terms that occur; the others are absent. */
export async function frequenciesOf(
  sql: Sql,
  schema: string,
  version: number,
  terms: string[],
): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map();
  const { rows } = await sql.query<{ term: string; df: number }>(
    `SELECT term, df FROM ${schema}.term WHERE version = $1 AND term = ANY($2) AND df > 0`,
    [version, terms],
  );
  return new Map(rows.map(({ term, df }) => [term, df]));
}

/** What the beginning of a word may become, the frequent first: words as written, for a Chinese character its pairs. */
export async function completionsOf(
  sql: Sql,
  schema: string,
  version: number,
  beginning: string,
  limit: number,
): Promise<KnownWord[]> {
  const { rows } = await sql.query<KnownWord>(
    // An array, not a join: without fresh statistics the planner would join all terms of all versions.
    `SELECT term AS lexeme, df FROM ${schema}.term
     WHERE version = $1 AND df > 0 AND term = ANY(ARRAY(
       SELECT lexeme FROM ${schema}.word WHERE word >= $2 AND word < $3
       UNION SELECT term FROM ${schema}.term WHERE version = $1 AND term >= $2 AND term < $3))
     ORDER BY df DESC, term LIMIT $4`,
    [version, beginning, beginning + LAST, limit],
  );
  return rows;
}

/** Shorter words have too many neighbours for one to be meant. */
const SHORTEST_CORRECTED = 4;
const TWO_ERRORS_FROM = 8;

/** The nearest words that occur: one wrong, missing, additional or exchanged letter, two in long words. */
export async function correctionsOf(
  sql: Sql,
  schema: string,
  version: number,
  written: string,
  limit: number,
): Promise<KnownWord[]> {
  if (written.length < SHORTEST_CORRECTED) return [];
  const { rows } = await sql.query<KnownWord & { word: string }>(
    // LATERAL … LIMIT for the same reason.
    `SELECT w.word, w.lexeme, t.df FROM ${schema}.word w,
       LATERAL (SELECT df FROM ${schema}.term WHERE version = $1 AND term = w.lexeme LIMIT 1) AS t
     WHERE w.word % $2 AND t.df > 0 AND length(w.word) BETWEEN length($2) - 2 AND length($2) + 2`,
    [version, written],
  );
  const allowed = written.length >= TWO_ERRORS_FROM ? 2 : 1;
  const near = rows
    .map((row) => ({ ...row, distance: editDistance(written, row.word) }))
    .filter(({ distance }) => distance <= allowed);
  const nearest = Math.min(...near.map(({ distance }) => distance));
  const best = new Map<string, KnownWord>();
  for (const { distance, lexeme, df } of near) if (distance === nearest) best.set(lexeme, { lexeme, df });
  return [...best.values()].sort((a, b) => b.df - a.df).slice(0, limit);
}
