import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { freePort, isAlive } from '../process/process.js';
import { keepRunning } from './keep-running.js';
import { adopted, PostgresServer, stopByPid } from './postgres-server.js';

export interface RunningPostgres {
  url: string;
  stop(): Promise<void>;
}

/** The data folder cannot be used; the message says why and what to do. */
export class DatabaseStartError extends Error {}

const DATABASE = 'stx';
const OWNER = 'stx';

const FLAGS = [
  '-c',
  'shared_buffers=64MB',
  '-c',
  'max_connections=120',
  '-c',
  'unix_socket_directories=',
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  'max_wal_size=512MB',
  '-c',
  'jit=off',
  '-c',
  'log_min_messages=log',
];

function passwordOf(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** The server that a killed parent left behind, from its own `postmaster.pid`: line 1 is the pid, line 4 the port. */
function orphanOf(databaseDir: string): { pid: number; port: number } | null {
  const file = join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && isAlive(pid) ? { pid, port } : null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false; // the caller waits, adopts another way or gives up with a message
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(serverUrl: (database: string) => string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl('postgres') });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
}

const urlsOf = (root: string) => (port: number) => (database: string) =>
  `postgres://${OWNER}:${passwordOf(root)}@127.0.0.1:${port}/${database}`;

/** Whether the server left in a data folder answers, in which case its database is there too. */
async function isUsable(root: string, { port }: { port: number }): Promise<boolean> {
  if (!(await answers(urlsOf(root)(port)('postgres')))) return false;
  await ensureDatabase(urlsOf(root)(port));
  return true;
}

/** The server of a data folder that runs now and answers, or null. `stop` stops it, whoever started it. */
export async function runningPostgres(dataDir: string): Promise<RunningPostgres | null> {
  const root = resolve(dataDir);
  const orphan = orphanOf(join(root, 'postgres'));
  if (!orphan || !(await isUsable(root, orphan))) return null;
  return { url: urlsOf(root)(orphan.port)(DATABASE), stop: () => stopByPid(orphan.pid) };
}

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one a killed parent left running.
 * @throws DatabaseStartError when the folder or the server cannot be used
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<RunningPostgres> {
  const root = resolve(dataDir);
  const databaseDir = join(root, 'postgres');
  try {
    mkdirSync(root, { recursive: true });
  } catch (error) {
    throw new DatabaseStartError(`${root}: cannot be written / 无法写入`, { cause: error });
  }
  const password = passwordOf(root);
  const orphan = orphanOf(databaseDir);
  const left = orphan && (await isUsable(root, orphan)) ? orphan : null;
  if (orphan && !left) await stopByPid(orphan.pid); // it runs and does not answer

  const port = left?.port ?? (await freePort());
  const start = async () => {
    const server = new PostgresServer(databaseDir, port);
    try {
      await server.initialize(OWNER, password);
      await server.start(FLAGS);
      await ensureDatabase(urlsOf(root)(port));
      return server;
    } catch (error) {
      await server.stop();
      throw new DatabaseStartError(
        `PostgreSQL did not start / 数据库未能启动: ${server.lastWords() || (error as Error).message}`,
        { cause: error },
      );
    }
  };
  const first = left ? adopted(left.pid) : await start();
  return { url: urlsOf(root)(port)(DATABASE), stop: keepRunning(first, start) };
}
