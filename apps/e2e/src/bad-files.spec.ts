import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@stx/gateway';
import { textCell, workbookParts, zip } from '@stx/row-files/spec-files';
import { ApiClient, until } from './api-client.js';
import { stx } from './command-line.js';
import { cast } from './demo-people.js';
import { ExchangeProcess } from './exchange-process.js';

const MEGABYTE = 1024 * 1024;
const HEAD = 'id,title,abstract\n';
const GOOD = 'case:1,盐雾涂层,耐盐雾的涂层。\n';
/** “id,title,abstract”, then case:gbk with a Chinese title and abstract, as GBK bytes. */
const GBK = Buffer.concat([
  Buffer.from(`${HEAD}case:gbk,`),
  Buffer.from('d1ceceedcdbfb2e3', 'hex'),
  Buffer.from(','),
  Buffer.from('c4cdd1ceceed', 'hex'),
  Buffer.from('\n'),
]);
const json = (id: string, more: object = {}) =>
  JSON.stringify({ id, lang: 'en', title: `Case ${id}`, abstract: 'It does a thing.', ...more });
const header = ['id', 'title', 'abstract'].map((name, i) => textCell(`${'ABC'[i]}1`, name)).join('');
const formula =
  `<row r="1">${header}</row><row r="2">${textCell('A2', 'case:formula')}${textCell('B2', 'Formula')}` +
  '<c r="C2"><f>1+1</f></c></row>';
const book = zip(workbookParts(`<row r="1">${header}</row>`));
const bomb = zip([...workbookParts(''), { name: 'xl/filler.xml', data: Buffer.alloc(4 * MEGABYTE) }]);

/** Cannot be used: exit 2, one sentence in both languages, nothing written. */
const UNUSABLE: [what: string, name: string, content: string | Buffer | null, code: string][] = [
  ['a missing file', 'missing.csv', null, 'FILE_MISSING'],
  ['an empty file', 'empty.csv', '', 'FILE_EMPTY'],
  ['a header alone', 'header.csv', HEAD, 'FILE_EMPTY'],
  ['another format', 'a.doc', 'text', 'FILE_FORMAT'],
  ['a workbook called CSV', 'book.csv', book, 'FILE_FORMAT'],
  ['a CSV file called workbook', 'text.xlsx', HEAD + GOOD, 'FILE_FORMAT'],
  ['UTF-16', 'utf16.csv', Buffer.from(`\uFEFF${HEAD}${GOOD}`, 'utf16le'), 'FILE_ENCODING'],
  ['a missing column', 'column.csv', `id,title\ncase:1,盐雾涂层\n`, 'FILE_FORMAT'],
  ['a column named twice', 'twice.csv', `id,title,title,abstract\n1,2,3,4\n`, 'FILE_FORMAT'],
  ['an open quote after good rows', 'quote.csv', `${HEAD}${GOOD}case:2,"open,x\n`, 'FILE_FORMAT'],
  [
    'one CSV row of 10 MB',
    'long.csv',
    `${HEAD}${GOOD}case:2,x,${'y'.repeat(10 * MEGABYTE)}\n`,
    'FILE_FORMAT',
  ],
  ['a truncated workbook', 'cut.xlsx', book.subarray(0, book.length - 40), 'FILE_FORMAT'],
  ['a zip bomb', 'bomb.xlsx', bomb, 'FILE_ZIP_BOMB'],
  ['NUL in a table', 'nul.csv', `${HEAD}case:1,a\u0000b,c\n`, 'FILE_FORMAT'],
];

/** Some rows are refused: exit 1, every other row counted. */
const PARTLY: [what: string, name: string, content: string | Buffer, counts: object, rules: string[]][] = [
  [
    'a broken line in the middle',
    'broken.ndjson',
    [json('broken:1'), '{"id":"broken:2",', json('broken:3')].join('\n'),
    { read: 3, created: 2, refused: 1 },
    ['FILE-JSON'],
  ],
  [
    'one line of 10 MB',
    'long.ndjson',
    [json('long:1'), json('long:2', { abstract: 'x'.repeat(10 * MEGABYTE) }), json('long:3')].join('\r\n'),
    { read: 3, created: 2, refused: 1 },
    ['FILE-LINE-LENGTH'],
  ],
  [
    'NUL and lone surrogates',
    'nul.ndjson',
    [json('nul:1', { title: 'a\u0000b' }), json('nul:2', { abstract: '\ud800' }), json('nul:3')].join('\n'),
    { read: 3, created: 1, refused: 2 },
    ['ROW-TEXT', 'ROW-TEXT'],
  ],
  [
    'a source id twice',
    'twice.ndjson',
    [json('twice:1'), json('twice:1')].join('\n'),
    { read: 2, created: 1, refused: 1 },
    ['ROW-DUPLICATE-IN-FILE'],
  ],
  [
    'a formula without a value',
    'formula.xlsx',
    zip(workbookParts(formula)),
    { read: 1, created: 0, refused: 1 },
    ['FILE-FORMULA'],
  ],
  [
    'GBK where UTF-8 is the rule',
    'gbk.ndjson',
    Buffer.concat([
      Buffer.from('{"id":"gbk:1","title":"'),
      Buffer.from('d1ceceed', 'hex'),
      Buffer.from('"}'),
    ]),
    { read: 1, created: 0, refused: 1 },
    ['FILE-ENCODING'],
  ],
];

describe('bad files', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'on' });
  const folder = mkdtempSync(join(tmpdir(), 'stx-bad-files-'));
  let officer: ApiClient;
  let organization: string;

  beforeAll(async () => {
    await exchange.start();
    officer = await new ApiClient(exchange.url).signIn(cast.officer, DEMO_PASSWORD);
    const mine = await officer.ask('{ viewer { organization { ref } } }');
    organization = mine.viewer.organization.ref;
  }, 120_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  const place = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const stored = async () =>
    (await officer.ask('{ myAchievements { totalCount } }')).myAchievements.totalCount as number;
  const run = (file: string, env: Record<string, string> = {}) =>
    stx(['import', 'achievements', file, '--organization', organization, '--json'], {
      STX_DATA_DIR: exchange.dataDir,
      ...env,
    });

  it.each(UNUSABLE)(
    '%s: exit 2, and nothing is written',
    async (_, name, content, code) => {
      const before = await stored();
      const path = content === null ? join(folder, name) : place(name, content);
      const told = await run(path);
      expect(told).toMatchObject({ code: 2, stdout: '' });
      expect(told.stderr).toMatch(
        new RegExp(`^${path}: [A-Z].+ / .*\\p{Script=Han}.+ \\(${code}\\)\n$`, 'u'),
      );
      expect(await stored()).toBe(before);
    },
    30_000,
  );

  it('a folder, and a file over 200 MB: exit 2', async () => {
    const directory = join(folder, 'folder.csv');
    mkdirSync(directory);
    expect((await run(directory)).stderr).toContain('(FILE_NOT_A_FILE)');
    const huge = place('huge.ndjson', '{}');
    truncateSync(huge, 200 * MEGABYTE + 1);
    expect(await run(huge)).toMatchObject({ code: 2, stderr: expect.stringContaining('200 MB') });
  }, 30_000);

  it.each(PARTLY)(
    '%s: exit 1, and every other row is stored',
    async (_, name, content, counts, rules) => {
      const before = await stored();
      const told = await run(place(name, content));
      expect([told.code, told.stderr]).toEqual([1, '']);
      const result = JSON.parse(told.stdout);
      expect(result).toMatchObject(counts);
      expect(result.errors.map(({ rule }: { rule: string }) => rule)).toEqual(rules);
      expect(await stored()).toBe(before + result.created);
    },
    30_000,
  );

  it('says refusals of rows in the language of the terminal', async () => {
    const file = place('zh.ndjson', json('zh:1', { title: '' }));
    const told = await stx(['import', 'achievements', file, '--organization', organization], {
      STX_DATA_DIR: exchange.dataDir,
      LC_ALL: 'zh_CN.UTF-8',
    });
    expect(told).toMatchObject({ code: 1, stderr: expect.stringContaining('row 1, title: 缺少标题。') });
  }, 30_000);

  it('understands GBK, a byte order mark and CRLF, and says what it understood', async () => {
    const gbk = await run(place('gbk.csv', GBK));
    expect(gbk).toMatchObject({ code: 0, stderr: expect.stringContaining('GB18030') });
    expect(JSON.parse(gbk.stdout)).toMatchObject({ created: 1, refused: 0 });
    const { myAchievements } = await officer.ask(
      '{ myAchievements(first: 1) { nodes { title { zh } sourceId } } }',
    );
    expect(myAchievements.nodes).toEqual([{ title: { zh: '盐雾涂层' }, sourceId: 'case:gbk' }]);
    const marked = await run(place('bom.csv', `\uFEFF${HEAD}${GOOD}`.replaceAll('\n', '\r\n')));
    expect(JSON.parse(marked.stdout)).toMatchObject({ created: 1, refused: 0 });
  }, 30_000);

  it('takes columns by another name, and refuses a mapping that is none', async () => {
    const file = place('mapped.csv', '编号,成果名称,简介\nmap:1,盐雾涂层,耐盐雾。\n');
    const mapping = place('mapping.json', '{"id":"编号","title":"成果名称","abstract":"简介"}');
    const words = ['import', 'achievements', file, '--organization', organization, '--json', '--mapping'];
    const env = { STX_DATA_DIR: exchange.dataDir };
    expect(JSON.parse((await stx([...words, mapping], env)).stdout)).toMatchObject({
      created: 1,
      refused: 0,
    });
    expect(await stx([...words, place('list.json', '["id"]')], env)).toMatchObject({ code: 2, stdout: '' });
    const wrong = await stx([...words, place('wrong.json', '{"id":"序号"}')], env);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('序号') });
  }, 30_000);

  it('brings demands in by the same contract', async () => {
    const demand = { title: 'Ice on blades', description: 'Blades lose a tenth of their yield.' };
    const file = place(
      'demands.ndjson',
      `${JSON.stringify({ id: 'd:1', ...demand })}\n${JSON.stringify({ id: 'd:2' })}`,
    );
    const words = ['import', 'demands', file, '--organization', organization, '--json'];
    const first = await stx(words, { STX_DATA_DIR: exchange.dataDir });
    expect([first.code, JSON.parse(first.stdout)]).toMatchObject([1, { read: 2, created: 1, refused: 1 }]);
    const again = await stx(words, { STX_DATA_DIR: exchange.dataDir });
    expect(JSON.parse(again.stdout)).toMatchObject({ created: 0, unchanged: 1, refused: 1 });
  }, 30_000);

  describe('at the page', () => {
    const upload = async (name: string, content: string | Buffer) => {
      const form = new FormData();
      form.set('file', new File([new Uint8Array(Buffer.from(content))], name));
      form.set('requestId', crypto.randomUUID());
      return officer.post('/u/imports', form);
    };
    const ended = async (location: string) => {
      const id = location.split('/').at(-1);
      const ask = `query ($id: ID!) { importJob(id: $id) { state failure read created refused } }`;
      const { importJob } = await until(
        () => officer.ask(ask, { id }),
        ({ importJob: job }) => job.state !== 'RUNNING',
      );
      return importJob;
    };

    it.each(UNUSABLE.filter(([, name, content]) => content !== null && name !== 'column.csv'))(
      '%s: said, and nothing is written',
      async (_, name, content) => {
        const before = await stored();
        const response = await upload(name, content!);
        const location = response.headers.get('location');
        if (location)
          expect(await ended(location)).toMatchObject({
            state: 'FAILED',
            read: 0,
            failure: expect.any(String),
          });
        else expect(await response.text()).toContain('role="alert"');
        expect(await stored()).toBe(before);
      },
      30_000,
    );

    it.each(PARTLY)(
      '%s: every other row is counted',
      async (_, name, content, counts) => {
        const location = (await upload(name, content)).headers.get('location')!;
        const { created: _created, ...same } = counts as { created: number };
        expect(await ended(location)).toMatchObject({ state: 'FINISHED', failure: null, ...same });
      },
      30_000,
    );

    it('asks which column is which where a required one is missing, and imports by the answer', async () => {
      const before = await stored();
      const sent = await upload('own.csv', '序号,成果名称,说明\n7,防冰涂层,不结冰。\n');
      const page = sent.headers.get('location')!;
      expect(page).toMatch(/^\/u\/imports\/columns\/[0-9a-f-]+$/);
      expect(await stored()).toBe(before);
      const answer = (columns: Record<string, string>) => {
        const form = new FormData();
        form.set('requestId', crypto.randomUUID());
        for (const [field, column] of Object.entries(columns)) form.set(field, column);
        return officer.post(page, form);
      };
      expect((await answer({ id: '序号', title: '成果名称' })).status).toBe(422);
      const done = await answer({ id: '序号', title: '成果名称', abstract: '说明' });
      expect(await ended(done.headers.get('location')!)).toMatchObject({ state: 'FINISHED', created: 1 });
      expect(await stored()).toBe(before + 1);
    }, 30_000);

    it('refuses 200 MB by its length, and a length that is not told', async () => {
      const big = await officer.post('/u/imports', Buffer.alloc(200 * MEGABYTE));
      expect(big.status).toBe(413);
      async function* endless() {
        for (let i = 0; i < 200; i++) yield Buffer.alloc(MEGABYTE);
      }
      const untold = officer.post('/u/imports', endless());
      await expect(untold.then(({ status }) => status)).resolves.toBe(411);
      expect((await fetch(`${exchange.url}/health/ready`)).status).toBe(200);
    }, 60_000);
  });
});
