import { setTimeout as sleep } from 'node:timers/promises';
import {
  catchUp,
  DomainDatabase,
  domainDataSource,
  migrateDown,
  migrateUp,
  newId,
  once,
  replayDeadLetter,
  Refused,
  rewind,
  systemViewer,
  verifyJournal,
  type DomainSchema,
  type StoredFact,
  type Subscription,
} from '@stx/platform';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { member, requestId } from '../people.js';
import { testDatabase, type TestDatabase } from '../test-database.js';

const schemas: DomainSchema[] = [
  {
    domain: 'alpha',
    migrations: [
      {
        name: '001-note',
        up: 'CREATE TABLE note (id uuid PRIMARY KEY, text text NOT NULL);',
        down: 'DROP TABLE note;',
      },
    ],
  },
  {
    domain: 'beta',
    migrations: [
      {
        name: '001-seen',
        up: 'CREATE TABLE seen (seq bigint PRIMARY KEY, text text);',
        down: 'DROP TABLE seen;',
      },
    ],
  },
];

describe('the kernel on a real database', () => {
  let database: TestDatabase;
  let alpha: DomainDatabase;
  let beta: DomainDatabase;
  beforeAll(async () => {
    database = await testDatabase(schemas);
    alpha = new DomainDatabase('alpha', await domainDataSource(database.url, 'alpha', []).initialize());
    beta = new DomainDatabase('beta', await domainDataSource(database.url, 'beta', []).initialize());
  }, 60_000);
  afterAll(async () => {
    await alpha.dataSource.destroy();
    await beta.dataSource.destroy();
    await database.drop();
  });

  const by = member('OFFICER');
  const writeNote = async (text: string) => {
    const id = newId();
    await alpha.query('INSERT INTO note VALUES ($1, $2)', [id, text]);
    alpha.record({ type: 'NoteWritten', subjectId: id, data: { text }, by });
    return { id };
  };
  const note = (text: string) => alpha.change(() => writeNote(text));
  const count = async (db: DomainDatabase, table: string) =>
    Number((await db.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n);
  const subscription = (handle: Subscription['handle']): Subscription => ({
    name: 'beta.see-notes',
    source: 'alpha',
    types: ['NoteWritten'],
    handle,
  });
  const see = async (facts: StoredFact[]) => {
    for (const { seq, data } of facts)
      await beta.query('INSERT INTO seen VALUES ($1, $2)', [seq, data['text']]);
  };
  const clearBeta = async () => {
    await beta.query('DELETE FROM seen');
    await beta.query('DELETE FROM dead_letter');
    await beta.query('INSERT INTO subscription (name) VALUES ($1) ON CONFLICT DO NOTHING', [
      'beta.see-notes',
    ]);
    await rewind(beta, 'beta.see-notes');
  };

  it('writes a change and its fact together or not at all', async () => {
    const [notes, facts] = [await count(alpha, 'note'), await count(alpha, 'fact')];
    await expect(
      alpha.change(async () => {
        await writeNote('lost');
        throw new Error('later');
      }),
    ).rejects.toThrow('later');
    expect([await count(alpha, 'note'), await count(alpha, 'fact')]).toEqual([notes, facts]);
    expect(() => alpha.record({ type: 'X', subjectId: newId(), data: {}, by })).toThrow(/change/);
  });

  it('numbers facts without gap when many write at once, in one chain', async () => {
    await Promise.all(Array.from({ length: 24 }, (_, i) => note(`n${i}`)));
    const facts = await alpha.facts('alpha', 0, ['NoteWritten'], 1000);
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, i) => i + 1));
    expect(await verifyJournal(alpha)).toMatchObject({ brokenAt: null, facts: facts.length });
  });

  it('finds the first fact that an insider changed', async () => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(`UPDATE alpha.fact SET data = '{"text":"forged"}' WHERE seq = 3`);
    expect(await verifyJournal(alpha)).toMatchObject({ brokenAt: 3 });
    await owner.query(
      `UPDATE alpha.fact SET data = (SELECT jsonb_build_object('text', text) FROM alpha.note n WHERE n.id = subject_id) WHERE seq = 3`,
    );
    await owner.end();
    expect(await verifyJournal(alpha)).toMatchObject({ brokenAt: null });
  });

  it('repeats a whole change on a serialization failure', async () => {
    let tries = 0;
    await alpha.change(async () => {
      tries++;
      await writeNote(`try ${tries}`);
      if (tries === 1) throw Object.assign(new Error('again'), { code: '40001' });
    });
    expect(tries).toBe(2);
    expect(await alpha.query(`SELECT text FROM note WHERE text LIKE 'try %'`)).toEqual([{ text: 'try 2' }]);
  });

  it('answers rivals with one request id once, and refusals the same again', async () => {
    const request = { operation: 'write', requestId: requestId(), input: { text: 'rival' } };
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => once(alpha, by, request, () => writeNote('rival'))),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(await alpha.query(`SELECT 1 FROM note WHERE text = 'rival'`)).toHaveLength(1);

    const refused = { operation: 'write', requestId: requestId(), input: {} };
    const refuse = async () => {
      await writeNote('refused');
      throw new Refused('NOT_ALLOWED', { field: 'text' });
    };
    expect(await once(alpha, by, refused, refuse)).toEqual({ refused: 'NOT_ALLOWED', field: 'text' });
    expect(await once(alpha, by, refused, () => writeNote('refused'))).toEqual({
      refused: 'NOT_ALLOWED',
      field: 'text',
    });
    expect(await alpha.query(`SELECT 1 FROM note WHERE text = 'refused'`)).toHaveLength(0);
  });

  it('lets a service see its own schema and foreign journals, nothing else', async () => {
    await expect(beta.query('SELECT * FROM alpha.note')).rejects.toThrow(/permission denied/);
    await expect(beta.query('DELETE FROM alpha.fact')).rejects.toThrow(/permission denied/);
    await expect(alpha.query('DELETE FROM fact')).rejects.toThrow(/permission denied/);
    await expect(beta.query('SELECT * FROM graphile_worker.jobs')).rejects.toThrow(/permission denied/);
    expect((await beta.facts('alpha', 0, ['NoteWritten'], 1))[0]).toMatchObject({ seq: 1 });
  });

  it('delivers each fact once in effect, and rebuilds a projection from zero', async () => {
    await clearBeta();
    await catchUp(beta, subscription(see));
    await catchUp(beta, subscription(see));
    const live = await beta.query('SELECT * FROM seen ORDER BY seq');
    expect(live).toHaveLength(await count(alpha, 'fact'));
    await clearBeta();
    await catchUp(beta, subscription(see));
    expect(await beta.query('SELECT * FROM seen ORDER BY seq')).toEqual(live);
  });

  it('parks a poisonous fact after eight tries, goes on, and replays it on request', async () => {
    await clearBeta();
    const poisoned = subscription(async (facts) => {
      if (facts.some(({ seq }) => seq === 2)) throw new Error('poison');
      await see(facts);
    });
    for (let tries = 1; tries < 8; tries++) await expect(catchUp(beta, poisoned)).rejects.toThrow('poison');
    await catchUp(beta, poisoned);
    expect(await beta.query('SELECT subscription, seq::int FROM dead_letter')).toEqual([
      { subscription: 'beta.see-notes', seq: 2 },
    ]);
    expect(await count(beta, 'seen')).toBe((await count(alpha, 'fact')) - 1);
    const [poison] = await alpha.query<{ id: string }>('SELECT id FROM fact WHERE seq = 2');
    expect(await alpha.factsAbout('beta', poison!.id, ['FactParked'])).toMatchObject([
      { type: 'FactParked', data: { subscription: 'beta.see-notes', source: 'alpha', position: 2 } },
    ]);
    await replayDeadLetter(beta, subscription(see), 2);
    expect(await count(beta, 'seen')).toBe(await count(alpha, 'fact'));
  });

  it('goes up, down and up again on data', async () => {
    const own = await testDatabase(schemas);
    await runMigrations({ connectionString: own.url });
    const client = new pg.Client({ connectionString: own.url });
    await client.connect();
    await client.query(`INSERT INTO alpha.note VALUES ('${newId()}', 'kept until down')`);
    await migrateDown(client, schemas);
    expect(
      (await client.query(`SELECT 1 FROM information_schema.tables WHERE table_schema IN ('alpha', 'beta')`))
        .rowCount,
    ).toBe(0);
    await migrateUp(client, schemas);
    await migrateUp(client, schemas);
    expect((await client.query('SELECT 1 FROM alpha.note')).rowCount).toBe(0);
    await client.end();
    await sleep(0);
    await own.drop();
  }, 30_000);

  it('never lets the exchange itself stand for a person', () => {
    expect(systemViewer).toMatchObject({ personId: null, isSystem: true });
  });
});
