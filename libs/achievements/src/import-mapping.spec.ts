import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, type Viewer } from '@stx/platform';
import { member, requestId } from '@stx/testing';
import { eventually, startLibrary, type Library } from './testing/start-library.js';

const IMPORT = `mutation ($input: ImportAchievementsInput!) { importAchievements(input: $input) {
  ... on ImportJob { id } ... on Refusal { code field message } } }`;
const COLUMNS = `query ($uploadId: ID!) { importColumns(uploadId: $uploadId) {
  fileName columns missing suggested { field column } fields { name isRequired } } }`;
const ERRORS = `query ($id: ID!, $after: Int) { importErrors(id: $id, after: $after) { row column rule message } }`;
const JOB = `query ($id: ID!) { importJob(id: $id) { state failure created refused } }`;

describe('columns of an import', () => {
  let library: Library;
  const folder = mkdtempSync(join(tmpdir(), 'stx-mapping-'));
  beforeAll(async () => void (library = await startLibrary()), 60_000);
  afterAll(async () => {
    await library.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = (viewer: Viewer, document: string, variables: object) =>
    library.query('achievements', viewer, document, variables as Record<string, unknown>);
  const upload = (viewer: Viewer, content: string, name = 'list.csv') => {
    const id = newId();
    const path = join(folder, id);
    writeFileSync(path, content);
    library.uploads.set(id, { path, name, organizationId: viewer.organizationId! });
    return id;
  };
  const run = async (viewer: Viewer, uploadId: string, mapping?: object[]) => {
    const input = { requestId: requestId(), uploadId, mapping };
    const { importAchievements: job } = await ask(viewer, IMPORT, { input });
    const look = async () => (await ask(viewer, JOB, { id: job.id })).importJob;
    return { id: job.id, ...(await eventually(look, ({ state }) => state !== 'RUNNING')) };
  };

  it('says which are missing and which likely fill them', async () => {
    const officer = member('OFFICER');
    const uploadId = upload(officer, '序号,成果名称,Abstract,备注\n1,盐雾涂层,耐盐雾。,x\n');
    const { importColumns } = await ask(officer, COLUMNS, { uploadId });
    expect(importColumns).toMatchObject({
      fileName: 'list.csv',
      columns: ['序号', '成果名称', 'Abstract', '备注'],
      missing: ['id', 'title', 'abstract'],
    });
    expect(importColumns.suggested).toEqual([
      { field: 'abstract', column: 'Abstract' },
      { field: 'id', column: '序号' },
      { field: 'title', column: '成果名称' },
    ]);
    expect(importColumns.fields.slice(0, 4).map(({ isRequired }: any) => isRequired)).toEqual([
      ...[true, true, true, false],
    ]);
    expect((await ask(member('OFFICER'), COLUMNS, { uploadId })).importColumns).toBeNull();
    expect((await ask(officer, COLUMNS, { uploadId: upload(officer, '') })).importColumns).toBeNull();
  });

  it('fills our fields from their columns; without a mapping the file is refused by the missing name', async () => {
    const officer = member('OFFICER');
    const uploadId = upload(officer, '序号,成果名称,简介\n1,盐雾涂层,耐盐雾。\n');
    expect(await run(officer, uploadId)).toMatchObject({
      state: 'FAILED',
      failure: expect.stringContaining('“id”'),
    });
    const mapping = [
      { field: 'id', column: '序号' },
      { field: 'title', column: '成果名称' },
      { field: 'abstract', column: '简介' },
    ];
    expect(await run(officer, uploadId, mapping)).toMatchObject({
      state: 'FINISHED',
      created: 1,
      refused: 0,
    });
    const { myAchievements } = await ask(
      officer,
      '{ myAchievements { nodes { sourceId title { zh } } } }',
      {},
    );
    expect(myAchievements.nodes).toEqual([{ sourceId: 'own:1', title: { zh: '盐雾涂层' } }]);
  });

  it('refuses a field that is none of ours', async () => {
    const officer = member('OFFICER');
    const mapping = [{ field: 'state', column: 'x' }];
    const input = { requestId: requestId(), uploadId: upload(officer, 'x\n1\n'), mapping };
    expect((await ask(officer, IMPORT, { input })).importAchievements).toMatchObject({
      code: 'IMPORT_FIELD_UNKNOWN',
      field: 'mapping',
    });
  });

  it('lists every refused row, page by page, to its own organization', async () => {
    const officer = member('OFFICER');
    const rows = Array.from({ length: 1_500 }, (_, i) => `t:${i},,text`);
    const { id } = await run(officer, upload(officer, ['id,title,abstract', ...rows].join('\n')));
    const first = (await ask(officer, ERRORS, { id })).importErrors;
    expect(first).toHaveLength(1_000);
    expect(first[0]).toMatchObject({ row: 2, column: 'title', rule: 'ROW-TITLE-REQUIRED' });
    const { importErrors: rest } = await ask(officer, ERRORS, { id, after: first.at(-1).row });
    expect([rest.length, rest.at(-1).row]).toEqual([500, 1_501]);
    expect((await ask(member('OFFICER'), ERRORS, { id })).importErrors).toEqual([]);
  });
});
