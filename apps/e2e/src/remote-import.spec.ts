import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@stx/gateway';
import { ApiClient } from './api-client.js';
import { stx, type Told } from './command-line.js';
import { cast } from './demo-people.js';
import { ExchangeProcess } from './exchange-process.js';

describe('imports at a running exchange', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'on' });
  const folder = mkdtempSync(join(tmpdir(), 'stx-remote-'));
  let officer: ApiClient;
  let token: string;

  beforeAll(async () => {
    await exchange.start();
    officer = await new ApiClient(exchange.url).signIn(cast.officer, DEMO_PASSWORD);
    token = officer.bearer;
  }, 120_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(folder, { recursive: true });
  }, 180_000);

  const place = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const stored = async () =>
    (await officer.ask('{ myAchievements { totalCount } }')).myAchievements.totalCount as number;
  /** No data folder: nothing but the address leads to the exchange. */
  const run = (file: string, words: string[] = [], env: Record<string, string> = {}): Promise<Told> =>
    stx(['import', 'achievements', file, '--url', exchange.url, '--json', ...words], {
      STX_DATA_DIR: join(folder, 'nowhere'),
      STX_TOKEN: token,
      ...env,
    });

  it('says the same as at home: counts, every refused row, exit code', async () => {
    const before = await stored();
    const rows = Array.from(
      { length: 1_200 },
      (_, i) => `r:${i},${i % 100 === 50 ? '' : `Title ${i}`},Text.`,
    );
    const file = place('rows.csv', ['id,title,abstract', ...rows].join('\n'));
    const told = await run(file);
    expect([told.code, told.stderr]).toEqual([1, '']);
    const result = JSON.parse(told.stdout);
    expect(result).toMatchObject({ read: 1_200, created: 1_188, updated: 0, unchanged: 0, refused: 12 });
    expect(result.errors).toHaveLength(12);
    expect(result.errors[0]).toEqual({
      row: 52,
      column: 'title',
      rule: 'ROW-TITLE-REQUIRED',
      message: 'The title is missing.',
    });
    expect(await stored()).toBe(before + 1_188);
    expect(JSON.parse((await run(file)).stdout)).toMatchObject({ created: 0, unchanged: 1_188, refused: 12 });
  }, 180_000);

  it('takes a mapping, and writes nothing in a dry run', async () => {
    const before = await stored();
    const file = place('own.csv', '序号,成果名称,说明\n7,防冰涂层,不结冰。\n');
    const mapping = ['--mapping', place('map.json', '{"id":"序号","title":"成果名称","abstract":"说明"}')];
    const dry = await run(file, [...mapping, '--dry-run']);
    expect([dry.code, JSON.parse(dry.stdout)]).toMatchObject([0, { created: 1 }]);
    expect(await stored()).toBe(before);
    expect(JSON.parse((await run(file, mapping)).stdout)).toMatchObject({ created: 1 });
    expect(await stored()).toBe(before + 1);
  }, 180_000);

  it('is refused in a sentence: no token, a wrong one, another organization, too large, nobody there', async () => {
    const before = await stored();
    const file = place('one.csv', 'id,title,abstract\nx:1,Title,Text.\n');
    const large = place('large.ndjson', '{"id":"x:1"}\n');
    truncateSync(large, 21 * 1024 * 1024);
    const { bearer: buyer } = await new ApiClient(exchange.url).signIn(cast.buyers[0]!, DEMO_PASSWORD);
    const cases = [
      [await run(file, [], { STX_TOKEN: '' }), 'STX_TOKEN'],
      [await run(file, [], { STX_TOKEN: 'stx_wrong' }), 'SIGN_IN_REQUIRED'],
      [await run(file, [], { STX_TOKEN: buyer }), 'NOT_ALLOWED'],
      [await run(file, ['--organization', 'O1999-000001']), 'O1999-000001'],
      [await run(large), 'FILE_TOO_LARGE'],
      [await run(file, ['--url', 'http://127.0.0.1:65533']), 'ECONNREFUSED'],
      [await run(file, ['--url', 'ftp://stx.example']), 'ftp://stx.example'],
    ] as const;
    for (const [told, words] of cases)
      expect([words, told]).toMatchObject([
        words,
        { code: 2, stdout: '', stderr: expect.stringContaining(words) },
      ]);
    expect(await stored()).toBe(before);
  }, 180_000);
});
