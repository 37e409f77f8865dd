import type { Pool, PoolClient } from 'pg';

/** Deadlock and serialisation failures repeat the whole unit of work; so often at most. */
const ATTEMPTS = 4;
const REPEATABLE = new Set(['40001', '40P01']);

/** Runs `work` in a transaction; it is repeated as a whole when PostgreSQL asks for that. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, 'BEGIN', work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !REPEATABLE.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

/**
 * One snapshot for all statements of a query, so that hits, total and facets agree even while a rebuild swaps. A sequential
 * scan would unpack every vector, which the planner does not reckon with; compiling and parallel workers cost
 * more than such short statements take.
 */
const READ_ONLY = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL enable_seqscan = off;
  SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0`;

export function inSnapshot<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return once(pool, READ_ONLY, work);
}

async function once<T>(pool: Pool, begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even roll back must not go back into the pool.
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}
