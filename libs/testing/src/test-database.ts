import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateUp, startEmbeddedPostgres, type DomainSchema, type RunningPostgres } from '@stx/platform';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** The server of the whole test run (`STX_TEST_DATABASE_URL`), or one of its own in a temporary folder. */
async function server(): Promise<RunningPostgres> {
  const url = process.env['STX_TEST_DATABASE_URL'];
  if (url) return { url, stop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'stx-test-'));
  const running = await startEmbeddedPostgres(folder);
  return {
    url: running.url,
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** A fresh, migrated database of its own for one test file; `drop` leaves nothing. */
export async function testDatabase(domains: DomainSchema[]): Promise<TestDatabase> {
  const running = await server();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(running.url, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(running.url), { pathname: `/${name}` }).toString();
  await runMigrations({ connectionString: url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await migrateUp(client, domains);
  await client.end();
  return {
    url,
    drop: async () => {
      await onServer(running.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await running.stop();
    },
  };
}
