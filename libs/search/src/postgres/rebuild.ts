import type { Pool } from 'pg';
import { SearchError, type SearchDocument } from '../port.js';
import { readIndex } from './registry.js';
import { inTransaction } from './transaction.js';
import type { Writer } from './writer.js';

/** Rows removed per statement when an old version is cleared away, so that no transaction runs long. */
const PURGE_BATCH = 5_000;

/**
 * Fills a new version beside the live one and swaps them in one row update. One rebuild per index at a time: a session lock
 * that PostgreSQL drops by itself when the process dies, so a dead rebuild blocks nothing; the next one clears its remains.
 */
export async function rebuildIndex(
  pool: Pool,
  schema: string,
  writer: Writer,
  index: string,
  docs: AsyncIterable<SearchDocument[]>,
): Promise<void> {
  const holder = await pool.connect();
  const key = `${schema} rebuild ${index}`;
  let locked = false;
  try {
    const { rows } = await holder.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
      [key],
    );
    locked = rows[0]!.locked;
    if (!locked) throw new SearchError('rebuild-running', `${index} is being rebuilt`);
    await fillAndSwap(pool, schema, writer, index, docs);
  } finally {
    if (locked)
      await holder.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => {});
    holder.release();
  }
}

async function fillAndSwap(
  pool: Pool,
  schema: string,
  writer: Writer,
  index: string,
  docs: AsyncIterable<SearchDocument[]>,
): Promise<void> {
  const { version, left } = await begin(pool, schema, index);
  if (left !== null) await purge(pool, schema, left);
  try {
    for await (const batch of docs) await writer.fill(index, version, batch);
  } catch (error) {
    await pool.query(`UPDATE ${schema}.index SET building = NULL WHERE building = $1`, [version]);
    await purge(pool, schema, version);
    throw error;
  }
  await movePostings(pool, schema);
  await analyze(pool, schema);
  const old = await inTransaction(pool, async (client) => {
    const { live } = await readIndex(client, schema, index, true);
    await client.query(`UPDATE ${schema}.index SET live = $2, building = NULL WHERE name = $1`, [
      index,
      version,
    ]);
    return live;
  });
  await purge(pool, schema, old);
}

/** A new empty version, announced to writers; `left` is what a rebuild that died had been building. */
function begin(pool: Pool, schema: string, index: string): Promise<{ version: number; left: number | null }> {
  return inTransaction(pool, async (client) => {
    const { building } = await readIndex(client, schema, index, true);
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO ${schema}.version DEFAULT VALUES RETURNING id`,
    );
    const version = rows[0]!.id;
    await client.query(`UPDATE ${schema}.index SET building = $2 WHERE name = $1`, [index, version]);
    return { version, left: building };
  });
}

/** Moves fresh postings from the pending list, which every query reads through, to their place. Needs ownership; else autovacuum does it. */
export async function movePostings(sql: Pool, schema: string): Promise<void> {
  await sql.query(`SELECT gin_clean_pending_list('${schema}.document_words'::regclass)`).catch(() => {});
}

/** Refreshes the planner's picture of a content that is all new. */
async function analyze(sql: Pool, schema: string): Promise<void> {
  await sql.query(`ANALYZE ${schema}.document, ${schema}.term`).catch(() => {});
}

/** Removes a version that nothing points to any more. Running queries keep seeing it in their snapshot. */
async function purge(pool: Pool, schema: string, version: number): Promise<void> {
  for (const table of ['document', 'term', 'facet_set', 'tombstone']) {
    for (let removed = PURGE_BATCH; removed === PURGE_BATCH;) {
      const result = await pool.query(
        `DELETE FROM ${schema}.${table} WHERE ctid = ANY(ARRAY(
           SELECT ctid FROM ${schema}.${table} WHERE version = $1 LIMIT ${PURGE_BATCH}))`,
        [version],
      );
      removed = result.rowCount ?? 0;
    }
  }
  await pool.query(`DELETE FROM ${schema}.version WHERE id = $1`, [version]);
}
