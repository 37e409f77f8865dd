import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Storage } from '@stx/files';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { UsageError } from '../output.js';
import { backupTables, copyTarget, migrationsOf, type BackupTable } from './backup-tables.js';
import { tableFile, uploadFile, type Manifest } from './manifest.js';

const NEWLINE = 10;

/** Counts rows and hashes what passes: COPY's text has one line a row, newlines inside are escaped. */
export function tally() {
  const hash = createHash('sha256');
  const seen = { rows: 0, bytes: 0, sha256: () => hash.digest('hex') };
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      seen.bytes += chunk.length;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) seen.rows++;
      done(null, chunk);
    },
  });
  return { stream, seen };
}

async function writeTable(client: Client, folder: string, table: BackupTable) {
  const { stream, seen } = tally();
  const source = client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`));
  const file = createWriteStream(tableFile(folder, table), { mode: 0o600 });
  await pipeline(source, stream, createGzip(), file);
  return { ...table, rows: seen.rows, sha256: seen.sha256() };
}

async function hashOf(path: string) {
  const { stream, seen } = tally();
  stream.resume();
  await pipeline(createReadStream(path), stream);
  return { bytes: seen.bytes, sha256: seen.sha256() };
}

async function writeUploads(client: Client, folder: string, storage: Storage): Promise<Manifest['uploads']> {
  const { rows } = await client.query<{ id: string; sha256: string }>(
    'SELECT id, sha256 FROM files.upload ORDER BY id',
  );
  const written: Manifest['uploads'] = [];
  for (const { id, sha256 } of rows) {
    const file = await storage.open(id);
    if (!file) throw new UsageError(`upload ${id} is missing in ${storage.place} / 上传文件缺失`);
    try {
      copyFileSync(file.path, uploadFile(folder, id));
    } finally {
      await file.close();
    }
    const copy = await hashOf(uploadFile(folder, id));
    if (copy.sha256 !== sha256) throw new UsageError(`upload ${id} is damaged / 上传文件已损坏`);
    written.push({ id, ...copy });
  }
  return written;
}

/**
 * Writes everything of one instant into a new folder: every table in one snapshot, then the uploads that snapshot names,
 * which never change. The folder has its name only when it is whole. @throws UsageError when it exists or a file is missing
 */
export async function writeBackup(
  databaseUrl: string,
  storage: Storage,
  out: string,
  onTable: (done: number, all: number, name: string) => void,
): Promise<Manifest> {
  const folder = resolve(out);
  if (existsSync(folder)) throw new UsageError(`${out}: exists already / 已存在，请另选名称`);
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    mkdirSync(`${part}/tables`, { recursive: true, mode: 0o700 });
    mkdirSync(`${part}/uploads`, { mode: 0o700 });
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const at = await client.query<{ at: Date }>('SELECT now() AS at');
    const wanted = await backupTables(client);
    const tables: Manifest['tables'] = [];
    for (const table of wanted) {
      tables.push(await writeTable(client, part, table));
      onTable(tables.length, wanted.length, `${table.schema}.${table.table}`);
    }
    const manifest: Manifest = {
      format: 'stx-backup/1',
      at: at.rows[0]!.at.toISOString(),
      ...(await migrationsOf(client)),
      tables,
      uploads: await writeUploads(client, part, storage),
    };
    await client.query('COMMIT');
    writeFileSync(`${part}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    renameSync(part, folder);
    return manifest;
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}
