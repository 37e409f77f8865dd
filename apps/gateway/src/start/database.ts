import {
  DatabaseStartError,
  migrateUp,
  startEmbeddedPostgres,
  type DomainSchema,
  type RunningPostgres,
  type StxConfig,
} from '@stx/platform';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';

/**
 * The external database as configured, or the embedded server of the data folder.
 * @throws DatabaseStartError when it does not answer; the message names the host, never the password
 */
export async function openDatabase(config: StxConfig): Promise<RunningPostgres> {
  const url = config.STX_DATABASE_URL;
  if (!url) return startEmbeddedPostgres(config.STX_DATA_DIR);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason = (error as { code?: string }).code ?? (error as Error).name;
    throw new DatabaseStartError(
      `The database ${host}${pathname} does not answer (${reason}). / 数据库 ${host}${pathname} 无法连接。`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, stop: async () => undefined };
}

/** Brings queue, kernel and domains to their newest schema. */
export async function migrateDatabase(url: string, schemas: DomainSchema[]): Promise<void> {
  await runMigrations({ connectionString: url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await migrateUp(client, schemas);
  } finally {
    await client.end();
  }
}
