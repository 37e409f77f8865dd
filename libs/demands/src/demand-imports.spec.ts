import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DomainDatabase, newId, systemViewer, verifyJournal, type Viewer } from '@stx/platform';
import { readRows } from '@stx/row-files';
import { member, requestId, startDomains, type TestDomain } from '@stx/testing';
import { DEMAND_COLUMNS, DemandsModule, demandsSchema, ImportDemands } from './index.js';

const row = (i: number, more: object = {}) => ({
  id: `test:${i}`,
  lang: 'en',
  title: `Imported need ${i}`,
  description: `Somebody must solve problem number ${i}.`,
  ...more,
});

async function* asRead(values: object[]) {
  let line = 0;
  for (const value of values) yield { row: ++line, values: value as Record<string, unknown> };
}

/** Real rows, where the shared folder is present. */
const shared = process.env['STX_SHARED_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const real = join(shared, 'demands-en-sbir-topics.ndjson');

describe('imports of demands', () => {
  let exchange: TestDomain;
  beforeAll(async () => void (exchange = await startDomains([DemandsModule], [demandsSchema])), 60_000);
  afterAll(() => exchange.stop());

  const run = (by: Viewer, values: object[], dryRun = false) =>
    exchange.get(ImportDemands).run({ organizationId: by.organizationId!, by, rows: asRead(values), dryRun });
  const facts = async (by: Viewer) => {
    const rows = await exchange.get(DomainDatabase).query<{ title: string }>(
      `SELECT coalesce(data->>'titleEn', data->>'titleZh') AS title FROM fact
          WHERE type = 'DemandPosted' AND on_behalf_of = $1 ORDER BY seq`,
      [by.organizationId],
    );
    return rows.map(({ title }) => title);
  };

  it('posts every row, public at once, and says so in the journal', async () => {
    const buyer = member('BUYER');
    const needs = [row(1, { closes_on: '2031-01-31' }), row(2, { lang: 'zh' })];
    expect(await run(buyer, needs)).toEqual({
      ...{ read: 2, created: 2, updated: 0, unchanged: 0, refused: 0, errors: [] },
    });
    const { myDemands } = await exchange.query(
      'demands',
      buyer,
      '{ myDemands { nodes { state title { zh en } problem { zh en } deadlineOn cooperationMode isAnonymous } } }',
    );
    const posted = { state: 'PUBLISHED', cooperationMode: 'OPEN', isAnonymous: false };
    const by = (a: any, b: any) => String(a.title.en).localeCompare(String(b.title.en));
    expect(myDemands.nodes.toSorted(by)).toEqual([
      {
        ...posted,
        title: { zh: null, en: 'Imported need 1' },
        problem: { zh: null, en: 'Somebody must solve problem number 1.' },
        deadlineOn: '2031-01-31',
      },
      {
        ...posted,
        title: { zh: 'Imported need 2', en: null },
        problem: { zh: 'Somebody must solve problem number 2.', en: null },
        deadlineOn: null,
      },
    ]);
    expect(await facts(buyer)).toEqual(['Imported need 1', 'Imported need 2']);
    expect(await verifyJournal(exchange.get(DomainDatabase))).toMatchObject({ brokenAt: null });
  });

  it('knows its rows again; a changed one is posted anew, but not once it is closed', async () => {
    const buyer = member('BUYER');
    await run(buyer, [row(1), row(2), row(3)]);
    const { myDemands } = await exchange.query(
      'demands',
      buyer,
      '{ myDemands { nodes { id title { en } } } }',
    );
    const closing = myDemands.nodes.find(({ title }: any) => title.en === 'Imported need 3').id;
    await exchange.query(
      'demands',
      buyer,
      'mutation ($input: CloseDemandInput!) { closeDemand(input: $input) { __typename } }',
      { input: { requestId: requestId(), demandId: closing, reason: 'Found' } },
    );
    const again = [row(1), row(2, { title: 'A better title' }), row(3, { title: 'Too late' }), row(4)];
    expect(await run(buyer, again)).toMatchObject({ created: 1, updated: 2, unchanged: 1, refused: 0 });
    expect((await facts(buyer)).slice(3)).toEqual(
      expect.arrayContaining(['A better title', 'Imported need 4']),
    );
    expect(await facts(buyer)).toHaveLength(5);
    expect(await run(buyer, again)).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
  });

  it('refuses a bad row alone, in the language of the importer', async () => {
    const buyer = { ...member('BUYER'), language: 'zh-CN' as const };
    const bad = [
      row(1),
      row(2, { description: '' }),
      row(1),
      row(3, { closes_on: 'soon' }),
      row(4, { title: 'a\ud800' }),
    ];
    const result = await run(buyer, bad);
    expect(result).toMatchObject({ read: 5, created: 1, refused: 4 });
    expect(result.errors.map((error) => [error.row, error.column, error.rule])).toEqual([
      [2, 'description', 'ROW-DESCRIPTION-REQUIRED'],
      [3, 'id', 'ROW-DUPLICATE-IN-FILE'],
      [4, 'closes_on', 'ROW-DATE'],
      [5, 'title', 'ROW-TEXT'],
    ]);
    expect(result.errors[0]!.message).toBe('缺少技术难题的说明。');
  });

  it('writes nothing in a trial run and counts the same', async () => {
    const buyer = member('BUYER');
    await run(buyer, [row(1)]);
    expect(await run(buyer, [row(1, { title: 'Other' }), row(2)], true)).toMatchObject({
      created: 1,
      updated: 1,
    });
    expect(await run(buyer, [row(1), row(2)])).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
  });

  it('is for those who may post for the organization', async () => {
    const buyer = member('BUYER');
    const foreign = exchange
      .get(ImportDemands)
      .run({ organizationId: newId(), by: buyer, rows: asRead([row(1)]) });
    await expect(foreign).rejects.toThrow('NOT_ALLOWED');
    await expect(run({ ...buyer, roles: ['INVENTOR'] }, [row(1)])).rejects.toThrow('NOT_ALLOWED');
  });

  (existsSync(real) ? it : it.skip)(
    'imports a real file whole, and a second time changes nothing',
    async () => {
      const by = { ...systemViewer, organizationId: newId() };
      const importIt = async () => {
        const rows = readRows({ path: real, name: basename(real) }, { required: DEMAND_COLUMNS });
        const started = performance.now();
        const result = await exchange.get(ImportDemands).run({ organizationId: by.organizationId, by, rows });
        return { result, rate: Math.round(result.read / ((performance.now() - started) / 1000)) };
      };
      const first = await importIt();
      const second = await importIt();
      expect(first.result).toMatchObject({
        refused: 0,
        updated: 0,
        unchanged: 0,
        created: first.result.read,
      });
      expect(second.result).toMatchObject({
        refused: 0,
        created: 0,
        updated: 0,
        unchanged: first.result.read,
      });
      if (process.env['STX_BENCH_SECONDS'])
        console.log(`demands: ${first.rate} rows/s, again ${second.rate} rows/s`);
    },
    60_000,
  );
});
