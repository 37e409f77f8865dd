import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { allSchemas } from '@stx/gateway';
import { kernelTables, type DomainSchema } from '@stx/platform';
import { UsageError } from '../output.js';
import { tableFile, uploadFile, type Manifest } from './manifest.js';
import { tally } from './write-backup.js';

async function check(path: string, isZipped: boolean, expected: { sha256: string; rows?: number }) {
  const damaged = () => new UsageError(`${path}: missing or damaged / 缺失或已损坏`);
  if (!existsSync(path)) throw damaged();
  const { stream, seen } = tally();
  stream.resume();
  try {
    if (isZipped) await pipeline(createReadStream(path), createGunzip(), stream);
    else await pipeline(createReadStream(path), stream);
  } catch {
    throw damaged(); // not gzip at all, or cut off
  }
  if (seen.sha256() !== expected.sha256 || (expected.rows ?? seen.rows) !== seen.rows) throw damaged();
}

/** Reads every byte before anything is restored. @throws UsageError naming the first file at fault */
export async function verifyBackup(folder: string, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) await check(tableFile(folder, table), true, table);
  for (const upload of manifest.uploads)
    await check(uploadFile(folder, upload.id), false, { sha256: upload.sha256 });
}

/**
 * The schemas as they were when the backup was made. @throws UsageError when it holds migrations this code does not know
 */
export function schemasOf({ migrations }: Manifest): DomainSchema[] {
  const known = new Map(allSchemas.map((schema) => [schema.domain, schema]));
  for (const [domain, names] of Object.entries(migrations)) {
    const steps = [kernelTables, ...(known.get(domain)?.migrations ?? [])].map(({ name }) => name);
    const unknown = names.filter((name) => !known.has(domain) || !steps.includes(name));
    if (unknown.length > 0)
      throw new UsageError(
        `the backup is of a newer exchange (${domain}/${unknown[0]}) / 备份来自较新版本，请先升级`,
      );
  }
  return allSchemas
    .filter(({ domain }) => migrations[domain])
    .map((schema) => ({
      ...schema,
      migrations: schema.migrations.filter(({ name }) => migrations[schema.domain]!.includes(name)),
      // a table that comes with a later migration is not there yet
      appendOnly: [],
    }));
}
