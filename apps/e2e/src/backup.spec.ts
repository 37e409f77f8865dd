import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient, until } from './api-client.js';
import { stx as run } from './command-line.js';
import { cast } from './demo-people.js';
import { ExchangeProcess } from './exchange-process.js';

const PASSWORD = 'demo-exchange-2026';

interface Table {
  schema: string;
  table: string;
  rows: number;
  sha256: string;
}

/** Changed by every start: jobs that wake subscribers, and the subscribers' entries. */
const LIVE = new Set(['graphile_worker', 'platform']);

/** A command on a data folder; the answer of `--json` as a value. */
const stx = async (dataDir: string, words: string[]) => {
  const { code, stdout, stderr } = await run(words, { STX_DATA_DIR: dataDir });
  return { code, json: stdout ? JSON.parse(stdout) : null, said: stderr };
};

const contentOf = (folder: string) => {
  const { tables, uploads } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    tables: Table[];
    uploads: object[];
  };
  return { tables: tables.filter(({ schema }) => !LIVE.has(schema)), uploads };
};

describe('a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stx-backup-'));
  const at = (name: string) => join(folder, name);
  const exchange = new ExchangeProcess({ STX_DEMO: 'on' });
  beforeAll(async () => {
    await exchange.start();
    const officer = await new ApiClient(exchange.url).signIn(cast.officer, PASSWORD);
    const file = new File(
      ['{"id":"own:backup-1","title":"备份用的成果","abstract":"备份后仍应读得到。"}\n'],
      'rows.ndjson',
    );
    const form = new FormData();
    form.set('file', file);
    form.set('dryRun', 'yes');
    form.set('requestId', crypto.randomUUID());
    await officer.post('/u/imports', form);
    await until(
      () => exchange.sql<{ state: string }>('SELECT state FROM achievements.import_job'),
      ([job]) => job?.state === 'FINISHED',
    );
  }, 120_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('is written while the exchange runs, and holds everything but the keys', async () => {
    const { code, json, said } = await stx(exchange.dataDir, ['backup', at('one'), '--json']);
    expect([code, said]).toEqual([0, expect.stringContaining('NOT in it')]);
    expect(json).toMatchObject({ uploads: 1 });
    const { tables } = contentOf(at('one'));
    const rows = Object.fromEntries(tables.map(({ schema, table, rows: n }) => [`${schema}.${table}`, n]));
    expect(rows['achievements.achievement']).toBeGreaterThan(0);
    expect(rows['settlement.fact']).toBeGreaterThan(0);
    expect(readdirSync(at('one')).sort()).toEqual(['manifest.json', 'tables', 'uploads']);
  }, 60_000);

  it('never overwrites one', async () => {
    expect(await stx(exchange.dataDir, ['backup', at('one')])).toMatchObject({ code: 2 });
  }, 60_000);

  it('comes back with equal counts and hashes, and the doctor is content', async () => {
    const secret = join(exchange.dataDir, 'secret');
    const restored = await stx(at('new'), ['restore', at('one'), '--secret', secret, '--json']);
    expect(restored).toMatchObject({ code: 0, json: { uploads: 1 } });
    const doctor = await stx(at('new'), ['doctor', '--json']);
    expect((doctor.json as { verdict: string }[]).filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(doctor.code).toBe(0);
    await stx(at('new'), ['backup', at('two')]);
    expect(contentOf(at('two'))).toEqual(contentOf(at('one')));
  }, 120_000);

  it('lets the restored exchange start and its people sign in', async () => {
    const again = new ExchangeProcess({ STX_DEMO: 'on', STX_DATA_DIR: at('new') });
    try {
      await again.start();
      const operator = await new ApiClient(again.url).signIn(cast.operator, PASSWORD);
      const { achievements } = await operator.ask('{ achievements(first: 1) { totalCount } }');
      expect(achievements.totalCount).toBeGreaterThan(0);
    } finally {
      await again.end('SIGTERM');
    }
  }, 120_000);

  it('is refused whole when a byte of it is wrong, and leaves the folder empty', async () => {
    const file = readdirSync(join(at('one'), 'tables')).find((name) => name.startsWith('settlement.fact'))!;
    appendFileSync(join(at('one'), 'tables', file), 'x');
    const { code, said } = await stx(at('other'), ['restore', at('one')]);
    expect([code, said]).toEqual([2, expect.stringContaining('settlement.fact')]);
    expect(existsSync(at('other')) ? readdirSync(at('other')) : []).toEqual([]);
  }, 60_000);

  it('is refused where there is something already', async () => {
    const { code, said } = await stx(at('new'), ['restore', at('two')]);
    expect([code, said]).toEqual([2, expect.stringContaining('not empty')]);
  }, 60_000);
});

describe('the doctor', () => {
  it('fails on a journal that somebody rewrote and on an upload that is gone', async () => {
    const exchange = new ExchangeProcess({ STX_DEMO: 'off' });
    try {
      await exchange.start();
      const { json } = await stx(exchange.dataDir, ['doctor', '--json']);
      expect((json as { verdict: string }[]).filter(({ verdict }) => verdict === 'fail')).toEqual([]);
      await exchange.sql(
        `INSERT INTO files.upload (id, person_id, organization_id, name, media_type, size_bytes, sha256)
         SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'a', 'text/csv', 1, ''`,
      );
      await exchange.sql(`INSERT INTO demands.fact VALUES
        (1, gen_random_uuid(), 'Forged', gen_random_uuid(), '{}', NULL, NULL, NULL, now(), '0', '0')`);
      const doctor = await stx(exchange.dataDir, ['doctor', '--json']);
      const failed = (doctor.json as { name: string; verdict: string }[]).filter(
        (each) => each.verdict === 'fail',
      );
      expect([doctor.code, failed.map(({ name }) => name)]).toEqual([1, ['files', 'journals']]);
    } finally {
      await exchange.stop();
    }
  }, 120_000);
});
