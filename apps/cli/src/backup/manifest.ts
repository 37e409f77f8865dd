import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../output.js';

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const schema = z.object({
  format: z.literal('stx-backup/1'),
  /** When the snapshot was taken, ISO 8601. */
  at: z.string(),
  /** Migrations of each domain, and how far the job queue's own have come. */
  migrations: z.record(z.string(), z.array(z.string())),
  queueMigration: count,
  /** In `tables/SCHEMA.TABLE.copy.gz`; the hash is of the text inside. */
  tables: z.array(z.object({ schema: name, table: name, columns: z.array(name), rows: count, sha256: hash })),
  /** In `uploads/ID`. */
  uploads: z.array(z.object({ id: z.uuid(), bytes: count, sha256: hash })),
});

/** What a backup says of itself. */
export type Manifest = z.infer<typeof schema>;

export const tableFile = (folder: string, { schema: of, table }: { schema: string; table: string }): string =>
  join(folder, 'tables', `${of}.${table}.copy.gz`);

export const uploadFile = (folder: string, id: string): string => join(folder, 'uploads', id);

/** @throws UsageError when the folder is no whole backup */
export function readManifest(folder: string): Manifest {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'manifest.json';
    throw new UsageError(`${folder}: not a whole backup (${reason}) / 不是完整的备份`);
  }
}
