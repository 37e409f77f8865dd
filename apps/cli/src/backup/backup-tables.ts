import type { Client } from 'pg';
import { allSchemas } from '@stx/gateway';
import { schemaOf } from '@stx/platform';

export interface BackupTable {
  schema: string;
  table: string;
  columns: string[];
}

/** The search tables are made anew from the database after a restore. */
const MADE_ANEW = new Set(['search']);
/** Written by the migrations of the restore itself. */
const OF_THE_INSTALLATION = new Set(['platform.migration']);
const QUEUE = 'graphile_worker';
/** Jobs that wait, with what they refer to; what graphile-worker keeps of itself it makes itself. */
const OF_THE_QUEUE = ['_private_job_queues', '_private_tasks', '_private_jobs'];

/** Everything that must be kept, in one fixed order, with the columns that hold data of their own. */
export async function backupTables(client: Client): Promise<BackupTable[]> {
  const schemas = [...allSchemas.map(({ domain }) => schemaOf(domain)), 'platform'].filter(
    (schema) => !MADE_ANEW.has(schema),
  );
  const { rows } = await client.query<BackupTable>(
    `SELECT n.nspname AS schema, c.relname AS table,
            array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind = 'r' AND (n.nspname = ANY($1) OR (n.nspname = $2 AND c.relname = ANY($3)))
      GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname`,
    [schemas, QUEUE, OF_THE_QUEUE],
  );
  return rows.filter(({ schema, table }) => !OF_THE_INSTALLATION.has(`${schema}.${table}`));
}

const quoted = (name: string) => `"${name}"`;

/** `schema.table (columns)` for COPY. Names come from the catalogue or from a checked manifest. */
export const copyTarget = ({ schema, table, columns }: BackupTable): string =>
  `${quoted(schema)}.${quoted(table)} (${columns.map(quoted).join(', ')})`;

/** Which migrations a database has, by domain; the job queue's own is a number. */
export async function migrationsOf(client: Client) {
  const { rows } = await client.query<{ domain: string; names: string[] }>(
    'SELECT domain, array_agg(name ORDER BY name) AS names FROM platform.migration GROUP BY domain',
  );
  const queue = await client.query<{ last: number }>(
    `SELECT coalesce(max(id), 0)::int AS last FROM ${QUEUE}.migrations`,
  );
  return {
    migrations: Object.fromEntries(rows.map(({ domain, names }) => [domain, names])),
    queueMigration: queue.rows[0]!.last,
  };
}
