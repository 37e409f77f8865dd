import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DomainDatabase, newId, systemViewer, verifyJournal, type Viewer } from '@stx/platform';
import { readRows } from '@stx/row-files';
import { member, requestId } from '@stx/testing';
import { ImportAchievements } from './index.js';
import { ImportJobs } from './import/import-jobs.service.js';
import { ImportOvertaken } from './import/import-record.js';
import { RunImport } from './import/run-import.js';
import { eventually, startLibrary, type Library } from './testing/start-library.js';

const IMPORT = `mutation ($input: ImportAchievementsInput!) { importAchievements(input: $input) {
  ... on ImportJob { id state } ... on Refusal { code field } } }`;
const JOB = `query ($id: ID!) { importJob(id: $id) { state read created updated unchanged refused unpublished failure
  fileName finishedAt errors { row column rule message } } }`;
const PUBLISH = `mutation ($input: PublishAchievementsInput!) { publishAchievements(input: $input) {
  ... on PublishedAchievements { count } ... on Refusal { code field } } }`;

const row = (i: number, more: object = {}) => ({
  id: `test:${i}`,
  lang: 'en',
  kind: 'patent',
  title: `Imported invention ${i}`,
  abstract: `It does thing number ${i}.`,
  ...more,
});

async function* asRead(values: object[]) {
  let line = 0;
  for (const value of values) yield { row: ++line, values: value as Record<string, unknown> };
}

/** Real rows, where the shared folder is present. */
const shared = process.env['STX_SHARED_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const files = ['en-nasa-patents', 'en-nasa-techport', 'en-sbir2017', 'zh-csl']
  .map((name) => join(shared, `achievements-${name}.ndjson`))
  .filter((file) => existsSync(file));

describe('imports', () => {
  let library: Library;
  const folder = mkdtempSync(join(tmpdir(), 'stx-import-'));
  const ask = (viewer: Viewer, document: string, variables: object) =>
    library.query('achievements', viewer, document, variables as Record<string, unknown>);
  const upload = (viewer: Viewer, content: string, name = 'rows.ndjson') => {
    const id = newId();
    const path = join(folder, id);
    writeFileSync(path, content);
    library.uploads.set(id, { path, name, organizationId: viewer.organizationId! });
    return id;
  };
  const importFile = async (viewer: Viewer, values: object[], more: object = {}) => {
    const uploadId = upload(viewer, values.map((value) => JSON.stringify(value)).join('\n'));
    const reply = await ask(viewer, IMPORT, { input: { requestId: requestId(), uploadId, ...more } });
    return finished(viewer, reply.importAchievements.id);
  };
  const finished = async (viewer: Viewer, id: string) => {
    const job = async () => (await ask(viewer, JOB, { id })).importJob;
    return { id, ...(await eventually(job, ({ state }) => state !== 'RUNNING')) };
  };
  const runRows = (by: Viewer, values: object[], dryRun = false) =>
    library
      .get(ImportAchievements)
      .run({ organizationId: by.organizationId!, by, rows: asRead(values), dryRun });

  beforeAll(async () => void (library = await startLibrary()), 60_000);
  afterAll(async () => {
    await library.stop();
    rmSync(folder, { recursive: true });
  });

  it('brings a file into the library as drafts, which one act publishes', async () => {
    const officer = member('OFFICER');
    const job = await importFile(
      officer,
      Array.from({ length: 2000 }, (_, i) => row(i)),
    );
    expect(job).toMatchObject({
      state: 'FINISHED',
      read: 2000,
      created: 2000,
      refused: 0,
      unpublished: 2000,
      failure: null,
    });
    const started = performance.now();
    const published = await ask(officer, PUBLISH, { input: { requestId: requestId(), importJobId: job.id } });
    expect(published.publishAchievements).toEqual({ count: 2000 });
    expect(performance.now() - started).toBeLessThan(5000);
    expect((await ask(officer, JOB, { id: job.id })).importJob.unpublished).toBe(0);
    const db = library.get(DomainDatabase);
    const [facts] = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM fact WHERE type = 'AchievementPublished' AND actor_id = $1`,
      [officer.personId],
    );
    expect(facts!.n).toBe(2000);
    expect(await verifyJournal(db)).toMatchObject({ brokenAt: null });
  }, 30_000);

  it('counts what is new, changed and unchanged; a changed row of a published record is published again', async () => {
    const officer = member('OFFICER');
    const first = await importFile(officer, [row(1), row(2), row(3)]);
    await ask(officer, PUBLISH, { input: { requestId: requestId(), importJobId: first.id } });
    const second = await importFile(officer, [row(1), row(2, { title: 'A better title' }), row(4)]);
    expect(second).toMatchObject({ created: 1, updated: 1, unchanged: 1, unpublished: 1 });
    const facts = await library
      .get(DomainDatabase)
      .query<{ title: string }>(
        `SELECT data->>'titleEn' AS title FROM fact WHERE type = 'AchievementPublished' AND on_behalf_of = $1 ORDER BY seq`,
        [officer.organizationId],
      );
    expect(facts.map(({ title }) => title).at(-1)).toBe('A better title');
    expect(facts).toHaveLength(4);
  });

  it('lets the last import of the same rows publish them', async () => {
    const officer = member('OFFICER');
    const first = await importFile(officer, [row(1), row(2)]);
    const again = await importFile(officer, [row(1), row(2)]);
    expect(again).toMatchObject({ created: 0, unchanged: 2, unpublished: 2 });
    expect((await ask(officer, JOB, { id: first.id })).importJob.unpublished).toBe(0);
  });

  it('takes cells of a sheet as it takes JSON', async () => {
    const officer = member('OFFICER');
    const cells = {
      trl: '6',
      keywords: '钙钛矿；电池, 涂层',
      expires_on: '2031-05-01T00:00:00.000Z',
      patent_no: 6858197,
    };
    await runRows(officer, [
      row(1, { ...cells, lang: '', title: '耐盐雾电池', discipline: '材料', kind: undefined }),
    ]);
    const { myAchievements } = await ask(
      officer,
      '{ myAchievements { nodes { kind title { zh en } trlLevel keywords expiresOn patentNo category sourceId } } }',
      {},
    );
    expect(myAchievements.nodes).toEqual([
      {
        kind: 'OTHER',
        title: { zh: '耐盐雾电池', en: null },
        trlLevel: 6,
        keywords: ['钙钛矿', '电池', '涂层'],
        expiresOn: '2031-05-01',
        patentNo: '6858197',
        category: '材料',
        sourceId: 'test:1',
      },
    ]);
  });

  it('refuses a bad row alone and says why', async () => {
    const officer = member('OFFICER');
    const job = await importFile(officer, [
      row(1),
      row(2, { title: ' ' }),
      row(1),
      row(3, { kind: 'poem' }),
      row(4, { expires_on: '2030-02-30' }),
      row(5, { trl: 12 }),
      row(6, { url: 'javascript:alert(1)' }),
      row(7, { title: 'x'.repeat(301) }),
      row(8, { abstract: 'a\u0000b' }),
      row(9, { id: '' }),
      row(10),
    ]);
    expect(job).toMatchObject({ state: 'FINISHED', read: 11, created: 2, refused: 9 });
    expect(job.errors.map((error: any) => [error.row, error.column, error.rule])).toEqual([
      [2, 'title', 'ROW-TITLE-REQUIRED'],
      [3, 'id', 'ROW-DUPLICATE-IN-FILE'],
      [4, 'kind', 'ROW-KIND-UNKNOWN'],
      [5, 'expires_on', 'ROW-DATE'],
      [6, 'trl', 'ROW-TRL'],
      [7, 'url', 'ROW-URL'],
      [8, 'title', 'ROW-TOO-LONG'],
      [9, 'abstract', 'ROW-TEXT'],
      [10, 'id', 'ROW-ID-REQUIRED'],
    ]);
    expect(job.errors[6].message).toBe('Use at most 300 characters.');
  });

  it('writes nothing in a trial run and counts the same', async () => {
    const officer = member('OFFICER');
    await importFile(officer, [row(1)]);
    const trial = await importFile(officer, [row(1, { title: 'Other' }), row(2)], { dryRun: true });
    expect(trial).toMatchObject({ created: 1, updated: 1, unpublished: 0 });
    expect(await runRows(officer, [row(1, { title: 'Other' }), row(2)], true)).toMatchObject({
      created: 1,
      updated: 1,
    });
    expect(await runRows(officer, [row(1)])).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('goes on behind the last committed batch after a crash', async () => {
    const officer = member('OFFICER');
    const values = Array.from({ length: 1200 }, (_, i) => row(i));
    const uploadId = upload(officer, values.map((value) => JSON.stringify(value)).join('\n'));
    const opened = {
      organizationId: officer.organizationId!,
      by: officer,
      fileName: 'x.ndjson',
      uploadId,
      isDryRun: false,
    };
    const jobs = library.get(ImportJobs);
    const id = await jobs.open(opened);
    async function* broken() {
      for await (const read of asRead(values)) {
        if (read.row === 900) throw new Error('power cut');
        yield read;
      }
    }
    const job = (await jobs.load(id))!;
    await expect(library.get(ImportAchievements).resume(job, officer, broken())).rejects.toThrow('power cut');
    expect(await jobs.load(id)).toMatchObject({ state: 'RUNNING', position: 500, created: 500 });
    const stale = library.get(ImportAchievements).resume(job, officer, asRead(values));
    await expect(stale).rejects.toThrow(ImportOvertaken);
    await Promise.all([library.get(RunImport).run(id), library.get(RunImport).run(id)]);
    expect(await jobs.load(id)).toMatchObject({ state: 'FINISHED', read: 1200, created: 1200, unchanged: 0 });
  });

  it('says what is wrong with a file that cannot be read', async () => {
    const officer = member('OFFICER');
    const uploadId = upload(officer, '\n\n');
    const reply = await ask(officer, IMPORT, { input: { requestId: requestId(), uploadId } });
    expect(await finished(officer, reply.importAchievements.id)).toMatchObject({
      state: 'FAILED',
      failure: 'The file holds no rows.',
    });
    const { id } = reply.importAchievements;
    const db = library.get(DomainDatabase);
    expect(await db.factsAbout('achievements', id, ['ImportFailed'])).toMatchObject([
      { actorId: officer.personId, data: { importJobId: id } },
    ]);
  });

  it('knows uploads and imports of the own organization only', async () => {
    const officer = member('OFFICER');
    const job = await importFile(officer, [row(1)]);
    const stranger = member('OFFICER');
    const uploadId = upload(officer, '{}');
    const reply = await ask(stranger, IMPORT, { input: { requestId: requestId(), uploadId } });
    expect(reply.importAchievements).toEqual({ code: 'UPLOAD_UNKNOWN', field: 'uploadId' });
    expect((await ask(stranger, JOB, { id: job.id })).importJob).toBeNull();
    const published = await ask(stranger, PUBLISH, {
      input: { requestId: requestId(), importJobId: job.id },
    });
    expect(published.publishAchievements).toEqual({ code: 'NOT_FOUND', field: 'importJobId' });
    await expect(runRows({ ...officer, roles: ['BUYER'] }, [row(1)])).rejects.toThrow('NOT_ALLOWED');
    const { importJobs } = await ask(
      officer,
      '{ importJobs { totalCount nodes { id errors { row } unpublished } } }',
      {},
    );
    expect(importJobs).toEqual({ totalCount: 1, nodes: [{ id: job.id, errors: [], unpublished: 1 }] });
  });

  (files.length > 0 ? it : it.skip)(
    'imports real files whole, and a second time changes nothing',
    async () => {
      const by = { ...systemViewer, organizationId: newId() };
      const importAll = async () => {
        const total = { read: 0, created: 0, updated: 0, unchanged: 0, refused: 0, ms: 0 };
        for (const file of files) {
          const rows = readRows({ path: file, name: basename(file) });
          const started = performance.now();
          const result = await library
            .get(ImportAchievements)
            .run({ organizationId: by.organizationId, by, rows });
          total.ms += performance.now() - started;
          for (const key of ['read', 'created', 'updated', 'unchanged', 'refused'] as const)
            total[key] += result[key];
        }
        return total;
      };
      const content = () =>
        library.get(DomainDatabase)
          .query(`SELECT count(*), md5(string_agg((to_jsonb(a) - 'import_job_id')::text, '' ORDER BY id)) FROM achievement a
                                          WHERE organization_id = '${by.organizationId}'`);
      const first = await importAll();
      const before = await content();
      const second = await importAll();
      expect(first).toMatchObject({ updated: 0, unchanged: 0, refused: 0, created: first.read });
      expect(second).toMatchObject({ created: 0, updated: 0, refused: 0, unchanged: first.read });
      expect(await content()).toEqual(before);
      if (process.env['STX_BENCH_SECONDS']) {
        console.log(
          `import: ${Math.round(first.read / (first.ms / 1000))} rows/s, again ${Math.round(second.read / (second.ms / 1000))} rows/s`,
        );
      }
    },
    60_000,
  );
});
