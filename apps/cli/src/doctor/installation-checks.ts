import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { allSchemas } from '@stx/gateway';
import { kernelTables, type StxConfig } from '@stx/platform';
import { Client } from 'pg';
import { fail, ok, warn, type Finding } from './finding.js';

const MB = 1024 * 1024;
const NODE = 24;
const POSTGRES = 16;

/** Difference of this machine's clock from the database's, milliseconds. */
const CLOCK_WARN = 100;
const CLOCK_FAIL = 1_000;

export function nodeVersion(version = process.versions.node): Finding {
  return Number(version.split('.')[0]) >= NODE
    ? ok('node', version)
    : fail('node', version, `install Node ${NODE} or later / 请安装 Node ${NODE} 或更新版本`);
}

async function postgresVersion(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ v: string }>("SELECT current_setting('server_version') AS v");
  const version = rows[0]!.v;
  return Number.parseInt(version, 10) >= POSTGRES
    ? ok('postgresql', version)
    : fail('postgresql', version, `upgrade to ${POSTGRES} or later / 请升级到 ${POSTGRES} 或更新版本`);
}

/** Compares with the middle of the question, so that a slow answer is not taken for a wrong clock. */
async function clock(client: Client): Promise<Finding> {
  const asked = Date.now();
  const { rows } = await client.query<{ ms: number }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
  );
  const offset = Math.round(Math.abs(rows[0]!.ms - (asked + Date.now()) / 2));
  const found = `${offset} ms from the database / 与数据库相差 ${offset} 毫秒`;
  const todo = 'set both clocks by NTP / 请用 NTP 校准时钟';
  if (offset >= CLOCK_FAIL) return fail('clock', found, todo);
  return offset >= CLOCK_WARN ? warn('clock', found, todo) : ok('clock', found);
}

async function migrations(client: Client): Promise<Finding> {
  const { rows: found } = await client.query<{ is: boolean }>(
    `SELECT to_regclass('platform.migration') IS NOT NULL AS is`,
  );
  if (!found[0]!.is)
    return fail(
      'migrations',
      'not the database of an exchange / 不是交易所的数据库',
      'check STX_DATABASE_URL / 请检查',
    );
  const { rows } = await client.query<{ name: string }>(
    `SELECT domain || '/' || name AS name FROM platform.migration`,
  );
  const applied = new Set(rows.map(({ name }) => name));
  const known = allSchemas.flatMap(({ domain, migrations: own }) =>
    [kernelTables, ...own].map(({ name }) => `${domain}/${name}`),
  );
  const pending = known.filter((name) => !applied.has(name));
  const unknown = [...applied].filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return fail(
      'migrations',
      `unknown: ${unknown.join(', ')}`,
      'the database is newer: upgrade / 数据库较新，请升级程序',
    );
  if (pending.length > 0)
    return fail('migrations', `pending: ${pending.join(', ')}`, 'start the exchange once / 请启动一次交易所');
  return ok('migrations', `${known.length} applied / 已应用`);
}

export async function disk({ STX_DATA_DIR }: StxConfig): Promise<Finding> {
  const { bavail, bsize } = await statfs(resolve(STX_DATA_DIR));
  const free = Math.floor((bavail * bsize) / MB);
  const found = `${free} MB free / 可用`;
  const todo = 'free space, or move the data folder / 请清理磁盘或迁移数据目录';
  if (free < 64) return fail('disk', found, todo);
  return free < 1024 ? warn('disk', found, todo) : ok('disk', found);
}

export function secret({ STX_DATA_DIR, STX_SECRET }: StxConfig): Finding {
  const file = join(resolve(STX_DATA_DIR), 'secret');
  if (STX_SECRET) return ok('secret', 'STX_SECRET');
  if (!existsSync(file))
    return warn(
      'secret',
      'none yet / 尚无',
      'put the kept one here, or one is made at the next start / 请放回原文件，否则下次启动时新建',
    );
  return (statSync(file).mode & 0o077) === 0
    ? ok('secret', 'readable by its owner only / 仅属主可读')
    : fail('secret', 'readable by others / 他人可读', `chmod 600 ${file}`);
}

/** What can be told of a database before anything of the exchange runs on it. */
export async function databaseChecks(url: string): Promise<Finding[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return [await postgresVersion(client), await clock(client), await migrations(client)];
  } finally {
    await client.end();
  }
}
