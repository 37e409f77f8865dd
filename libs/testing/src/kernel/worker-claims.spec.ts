import { WorkerClaims } from '@stx/platform';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../test-database.js';

describe('claims on jobs', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await testDatabase([]);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const held = async (pool: string) => {
    await client.query(`SELECT graphile_worker.add_job($1, job_key := $1)`, [pool]);
    await client.query(
      `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = $1 WHERE key = $1`,
      [pool],
    );
  };
  const holders = async () =>
    (await client.query(`SELECT key, locked_by FROM graphile_worker._private_jobs ORDER BY key`)).rows;

  it('free the jobs of a process that is gone, and of no other', async () => {
    const living = new WorkerClaims(database.url);
    const dying = new WorkerClaims(database.url);
    await living.open();
    await dying.open();
    await living.claim('living');
    await dying.claim('dying');
    await held('living');
    await held('dying');
    await dying.close();
    const next = new WorkerClaims(database.url);
    await next.open();
    expect(await holders()).toEqual([
      { key: 'dying', locked_by: null },
      { key: 'living', locked_by: 'living' },
    ]);
    await living.close();
    await next.close();
  });
});
