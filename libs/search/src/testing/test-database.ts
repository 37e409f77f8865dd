import { testDatabase } from '@stx/testing';
import { Pool } from 'pg';
import { searchMigrations } from '../postgres/migrations.js';

export interface TestDatabase {
  pool: Pool;
  schema: string;
  /** Leaves nothing behind. */
  stop(): Promise<void>;
}

/** A database of its own with the search tables in a schema. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const database = await testDatabase([]);
  const pool = new Pool({ connectionString: database.url, max: 4 });
  // Dropping the database ends connections that are just closing; that is not an error of the test.
  pool.on('error', () => {});
  const schema = 'search_test';
  for (const { up } of searchMigrations(schema)) await pool.query(up);
  return {
    pool,
    schema,
    async stop() {
      for (const { down } of searchMigrations(schema).toReversed()) await pool.query(down);
      await pool.end();
      await database.drop();
    },
  };
}
