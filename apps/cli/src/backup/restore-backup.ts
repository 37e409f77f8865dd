import { copyFileSync, createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Storage } from '@stx/files';
import { allSchemas, migrateDatabase } from '@stx/gateway';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { UsageError } from '../output.js';
import { backupTables, copyTarget, migrationsOf } from './backup-tables.js';
import { tableFile, uploadFile, type Manifest } from './manifest.js';
import { schemasOf } from './verify-backup.js';

/** Is there anything of an exchange in the database? */
async function isEmpty(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast'`,
  );
  return rows[0]!.n === 0;
}

/** Every sequence goes on after the highest number that was restored. */
const SEQUENCES = `
  DO $$ DECLARE s record; BEGIN
    FOR s IN SELECT d.refobjid::regclass AS of, a.attname AS col, d.objid::regclass AS seq
      FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S'
      JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE d.deptype IN ('a', 'i') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    LOOP EXECUTE format('SELECT setval(%L, greatest(coalesce((SELECT max(%I) FROM %s), 0), 1),
      EXISTS (SELECT 1 FROM %s))', s.seq, s.col, s.of, s.of); END LOOP;
  END $$`;

async function fillTables(client: Client, folder: string, manifest: Manifest): Promise<void> {
  const here = new Set((await backupTables(client)).map(({ schema, table }) => `${schema}.${table}`));
  const strange = manifest.tables.find(({ schema, table }) => !here.has(`${schema}.${table}`));
  if (strange) throw new UsageError(`${strange.schema}.${strange.table}: unknown table / 未知的数据表`);
  await client.query('BEGIN');
  // rows come as they were stored, in no order of references; constraints held when they were written
  await client.query('SET LOCAL session_replication_role = replica');
  const names = manifest.tables.map(({ schema, table }) => `"${schema}"."${table}"`);
  await client.query(`TRUNCATE ${names.join(', ')} CASCADE`);
  for (const table of manifest.tables) {
    const target = client.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`));
    await pipeline(createReadStream(tableFile(folder, table)), createGunzip(), target);
  }
  await client.query(
    'UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL',
  );
  await client.query(
    'UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL',
  );
  await client.query(SEQUENCES);
  await client.query('COMMIT');
}

/**
 * Brings a verified backup into an empty database and store: schemas as they were, rows in one transaction, files, then the
 * migrations that came since. @throws UsageError when the database is not empty
 */
export async function restoreBackup(
  databaseUrl: string,
  storage: Storage,
  folder: string,
  manifest: Manifest,
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    if (!(await isEmpty(client)))
      throw new UsageError(
        'the database is not empty: restore into a new one / 数据库不是空的，请恢复到新数据库',
      );
    await migrateDatabase(databaseUrl, schemasOf(manifest));
    const { queueMigration } = await migrationsOf(client);
    if (queueMigration < manifest.queueMigration)
      throw new UsageError('the backup is of a newer exchange / 备份来自较新版本，请先升级');
    await fillTables(client, folder, manifest);
    for (const { id } of manifest.uploads) {
      const part = join(await storage.staging(), `${id}.part`);
      copyFileSync(uploadFile(folder, id), part);
      await storage.put(id, part);
    }
  } finally {
    await client.end();
  }
  await migrateDatabase(databaseUrl, allSchemas);
}
