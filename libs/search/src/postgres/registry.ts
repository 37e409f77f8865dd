import { SearchError, type IndexDefinition } from '../port.js';
import type { Sql } from './stemmer.js';

export interface IndexState {
  definition: IndexDefinition;
  /** The version that queries read. */
  live: number;
  /** The version that a rebuild fills, if one is under way. */
  building: number | null;
  documents: number;
  totalLength: number;
}

/**
 * Reads the index and the sums of its live version.
 * @param lock hold the row until the transaction ends: writers of one index work one after the other, which keeps the
 * term statistics exact and deadlocks out. Readers never wait.
 * @throws SearchError index-missing
 */
export async function readIndex(sql: Sql, schema: string, name: string, lock = false): Promise<IndexState> {
  const { rows } = await sql.query<IndexState>(
    `SELECT i.definition, i.live, i.building, v.documents, v.total_length AS "totalLength"
     FROM ${schema}.index i JOIN ${schema}.version v ON v.id = i.live
     WHERE i.name = $1 ${lock ? 'FOR NO KEY UPDATE OF i' : ''}`,
    [name],
  );
  const [state] = rows;
  if (!state) throw new SearchError('index-missing', `there is no search index ${JSON.stringify(name)}`);
  return state;
}

/** Creates the index with an empty version, or replaces its definition. */
export async function ensureIndex(sql: Sql, schema: string, index: IndexDefinition): Promise<void> {
  const definition = JSON.stringify(index);
  const update = `UPDATE ${schema}.index SET definition = $2 WHERE name = $1`;
  const { rowCount } = await sql.query(update, [index.name, definition]);
  if (rowCount) return;
  await sql.query(
    `WITH fresh AS (INSERT INTO ${schema}.version DEFAULT VALUES RETURNING id)
     INSERT INTO ${schema}.index (name, definition, live) SELECT $1, $2, id FROM fresh
     ON CONFLICT (name) DO UPDATE SET definition = excluded.definition`,
    [index.name, definition],
  );
}
