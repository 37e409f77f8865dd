import type { Client } from 'pg';
import { kernelTables, type DomainSchema, type Migration } from './migration.js';
import { platformSchema } from './platform-schema.js';

export const schemaOf = (domain: string): string => domain.replaceAll('-', '_');
export const roleOf = (domain: string): string => `stx_${schemaOf(domain)}`;

/** A schema with its login-less role: services run as that role and see nothing of other schemas but journals. */
async function ensureDomain(client: Client, domain: string): Promise<void> {
  const [schema, role] = [schemaOf(domain), roleOf(domain)];
  if (!/^[a-z_]+$/.test(schema)) throw new Error(`not a domain name: ${domain}`);
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (!rowCount) await client.query(`CREATE ROLE ${role} NOLOGIN`);
  await client.query(`GRANT ${role} TO CURRENT_USER`);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
}

/** Services read and write their own schema; journals can only grow; every domain may read every journal. */
async function grant(
  client: Client,
  { domain, appendOnly = [] }: DomainSchema,
  readers: string[],
  overseers: string[],
): Promise<void> {
  const [schema, role] = [schemaOf(domain), roleOf(domain)];
  const growing = ['fact', ...appendOnly].map((table) => `${schema}.${table}`).join(', ');
  await client.query(`
    GRANT USAGE ON SCHEMA ${schema}, platform TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
    REVOKE UPDATE, DELETE ON ${growing} FROM ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA platform TO ${role};
    GRANT USAGE ON SCHEMA ${schema} TO ${readers.join(', ')};
    GRANT SELECT ON ${schema}.fact TO ${readers.join(', ')};`);
  for (const overseer of overseers)
    await client.query(`GRANT SELECT ON ${schema}.subscription, ${schema}.dead_letter TO ${overseer}`);
}

async function applied(client: Client, domain: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM platform.migration WHERE domain = $1',
    [domain],
  );
  return new Set(rows.map((row) => row.name));
}

async function runStep(
  client: Client,
  domain: string,
  migration: Migration,
  direction: 'up' | 'down',
): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL search_path TO ${schemaOf(domain)}, public`);
    await client.query(migration[direction]);
    await client.query(
      direction === 'up'
        ? 'INSERT INTO platform.migration (domain, name) VALUES ($1, $2)'
        : 'DELETE FROM platform.migration WHERE domain = $1 AND name = $2',
      [domain, migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${domain}/${migration.name} ${direction} failed`, { cause: error });
  }
}

/** Brings every domain to its newest migration. Safe to run from several processes at once. */
export async function migrateUp(client: Client, domains: DomainSchema[]): Promise<void> {
  await client.query(`SELECT pg_advisory_lock(hashtext('stx.migrate'))`);
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await client.query(platformSchema);
    for (const { domain } of domains) await ensureDomain(client, domain);
    const readers = domains.map(({ domain }) => roleOf(domain));
    const overseers = domains.filter(({ oversees }) => oversees).map(({ domain }) => roleOf(domain));
    for (const overseer of overseers)
      await client.query(`GRANT SELECT ON platform.subscription_route TO ${overseer}`);
    for (const schema of domains) {
      const { domain, migrations } = schema;
      const done = await applied(client, domain);
      const pending = [kernelTables, ...migrations].filter((migration) => !done.has(migration.name));
      for (const migration of pending) await runStep(client, domain, migration, 'up');
      await grant(client, schema, readers, overseers);
    }
  } finally {
    await client.query(`SELECT pg_advisory_unlock(hashtext('stx.migrate'))`);
  }
}

/** Takes every migration back, newest first. For tests and for going back a release. */
export async function migrateDown(client: Client, domains: DomainSchema[]): Promise<void> {
  for (const { domain, migrations } of [...domains].reverse()) {
    const done = await applied(client, domain);
    const steps = [kernelTables, ...migrations].filter((migration) => done.has(migration.name)).reverse();
    for (const migration of steps) await runStep(client, domain, migration, 'down');
  }
}
