import type { DomainDatabase } from '@stx/platform';
import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

const TRANSACTION_WORD = /^\s*(begin|start transaction|commit|rollback)\b/i;

/**
 * The domain's connections as better-auth wants them: inside a `change` its statements join the running transaction,
 * so an account, its letter and its fact are written together or not at all; outside they run on the same pool.
 */
export function authPool(db: DomainDatabase): Pool {
  const pool = (db.dataSource.driver as unknown as { master: Pool }).master;
  return {
    connect: () => (db.manager === db.dataSource.manager ? pool.connect() : joined(db.manager)),
    end: async () => undefined, // the pool belongs to DomainDatabase
  } as unknown as Pool;
}

/** The running transaction's connection, whose own BEGIN and COMMIT stay with `change`. */
async function joined(manager: EntityManager): Promise<PoolClient> {
  const client = (await manager.queryRunner!.connect()) as PoolClient;
  return {
    query: async (sql: string, parameters: unknown[]) =>
      TRANSACTION_WORD.test(sql)
        ? { command: 'BEGIN', rowCount: 0, rows: [] }
        : client.query(sql, parameters),
    release: () => undefined,
  } as unknown as PoolClient;
}
