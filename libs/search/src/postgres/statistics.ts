import type { DocumentTerms } from './document-terms.js';
import type { Sql } from './stemmer.js';

/** What documents taken out of a version had counted for. */
export interface Removed {
  documents: number;
  length: number;
  /** In how many of them each lexeme occurred. */
  lexemes: Map<string, number>;
}

/** Deletes the documents that exist and tells what they had counted for. */
export async function removeDocuments(
  sql: Sql,
  schema: string,
  version: number,
  ids: string[],
): Promise<Removed> {
  const { rows } = await sql.query<{ lexeme: string | null; n: number; length: number }>(
    `WITH gone AS (DELETE FROM ${schema}.document WHERE version = $1 AND id = ANY($2) RETURNING length, words)
     SELECT lexeme, count(*)::int AS n, 0 AS length FROM gone, unnest(tsvector_to_array(words)) AS lexeme GROUP BY 1
     UNION ALL SELECT NULL, count(*)::int, coalesce(sum(length::float8), 0) FROM gone`,
    [version, ids],
  );
  const removed: Removed = { documents: 0, length: 0, lexemes: new Map() };
  const prefix = String(version).length;
  for (const { lexeme, n, length } of rows) {
    if (lexeme === null) Object.assign(removed, { documents: n, length });
    else removed.lexemes.set(lexeme.slice(lexeme[prefix] === '.' ? prefix + 1 : prefix), n);
  }
  return removed;
}

/** Brings document frequencies and sums up to date after documents came and went. The caller holds the index row. */
export async function addStatistics(
  sql: Sql,
  schema: string,
  version: number,
  added: DocumentTerms[],
  removed: Removed | null,
): Promise<void> {
  const changes = new Map<string, number>();
  const count = (lexeme: string, by: number): unknown => changes.set(lexeme, (changes.get(lexeme) ?? 0) + by);
  let length = -(removed?.length ?? 0);
  for (const terms of added) {
    // The column is a 4-byte float; what is added must equal what is taken away later.
    length += Math.fround(terms.length);
    for (const lexeme of terms.frequencies.keys()) count(lexeme, 1);
    for (const mark of terms.marks) count(mark, 1);
  }
  for (const [lexeme, n] of removed?.lexemes ?? []) count(lexeme, -n);
  const changed = [...changes].filter(([, by]) => by !== 0);
  if (changed.length > 0) {
    await sql.query(
      `INSERT INTO ${schema}.term AS t (version, term, df)
       SELECT $1, term, df FROM unnest($2::text[], $3::int[]) AS change (term, df) ORDER BY term COLLATE "C"
       ON CONFLICT (version, term) DO UPDATE SET df = t.df + excluded.df`,
      [version, changed.map(([term]) => term), changed.map(([, by]) => by)],
    );
  }
  await sql.query(
    `UPDATE ${schema}.version SET documents = documents + $2, total_length = total_length + $3 WHERE id = $1`,
    [version, added.length - (removed?.documents ?? 0), length],
  );
}
