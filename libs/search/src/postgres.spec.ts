import { searchBehaviour } from './behaviour.suite.js';
import type { SearchEngine } from './port.js';
import { PostgresSearchEngine } from './postgres/engine.js';
import { catalogue, catalogueIndex } from './testing/catalogue.js';
import { startTestDatabase, type TestDatabase } from './testing/test-database.js';

describe('search on PostgreSQL', () => {
  searchBehaviour(async () => {
    const database = await startTestDatabase();
    return { engine: new PostgresSearchEngine(database), stop: () => database.stop() };
  });
});

describe('the PostgreSQL engine itself', () => {
  let database: TestDatabase;
  let engine: SearchEngine;
  beforeAll(async () => {
    database = await startTestDatabase();
    engine = new PostgresSearchEngine(database);
    await engine.ensure(catalogueIndex('own'));
    await engine.upsert('own', catalogue);
  }, 120_000);
  afterAll(async () => database?.stop());

  /** The statistics of the live version, and the same counted from the documents. */
  async function statistics(): Promise<{ kept: unknown; counted: unknown }> {
    const { pool, schema } = database;
    const { rows: kept } = await pool.query(
      `SELECT t.term, t.df FROM ${schema}.term t JOIN ${schema}.index i ON i.live = t.version WHERE t.df <> 0 ORDER BY 1`,
    );
    const { rows: counted } = await pool.query(
      `SELECT regexp_replace(lexeme, '^\\d+\\.?', '') COLLATE "C" AS term, count(*)::int AS df
       FROM ${schema}.document d JOIN ${schema}.index i ON i.live = d.version, unnest(tsvector_to_array(words)) AS lexeme
       GROUP BY 1 ORDER BY 1`,
    );
    return { kept, counted };
  }

  it('knows the stems of English words', async () => {
    for (const text of ['measuring', 'measure', 'measured']) {
      expect((await engine.query('own', { text })).hits.map(({ id }) => id)).toEqual(['quantum-sensor']);
    }
  });

  it('keeps exact term statistics through writes at the same time, replacement, deletion and rebuild', async () => {
    const changed = catalogue.map((doc) => ({
      ...doc,
      texts: { ...doc.texts, body: 'graphene membrane 石墨烯' },
    }));
    await Promise.all([
      engine.upsert('own', changed),
      engine.upsert('own', catalogue),
      engine.delete('own', ['wheat']),
    ]);
    let { kept, counted } = await statistics();
    expect(kept).toEqual(counted);
    await engine.rebuild(
      'own',
      (async function* () {
        yield catalogue;
      })(),
    );
    ({ kept, counted } = await statistics());
    expect(kept).toEqual(counted);
  });

  it('leaves no rows of old versions behind', async () => {
    const { rows } = await database.pool.query(
      `SELECT (SELECT count(*)::int FROM ${database.schema}.version) AS versions,
         (SELECT count(DISTINCT version)::int FROM ${database.schema}.document) AS used`,
    );
    expect(rows).toEqual([{ versions: 1, used: 1 }]);
  });

  it('tells a failed server from a wrong query', async () => {
    const lost = new PostgresSearchEngine({ pool: database.pool, schema: 'no_such_schema' });
    await expect(lost.query('own', {})).rejects.toMatchObject({ code: 'engine-failed' });
    expect(await lost.health()).toMatchObject({ ok: false, engine: 'postgres' });
  });
});
