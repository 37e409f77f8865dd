import {
  migrateUp,
  startEmbeddedPostgres,
  type DomainSchema,
  type RunningPostgres,
  type StxConfig,
} from '@stx/platform';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';

/** The external database as configured, or the embedded server of the data folder. */
export async function openDatabase(config: StxConfig): Promise<RunningPostgres> {
  if (!config.STX_DATABASE_URL) return startEmbeddedPostgres(config.STX_DATA_DIR);
  return { url: config.STX_DATABASE_URL, stop: async () => undefined };
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
