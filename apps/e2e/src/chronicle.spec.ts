import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient, until } from './api-client.js';
import { stx } from './command-line.js';
import { ExchangeProcess } from './exchange-process.js';
import { withdrawnLot } from './withdrawn-lot.js';

/** The record as outsiders handle it: downloaded, exported, verified without an exchange, tampered with. */
describe('integrity/tamper', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'on' });
  const folder = mkdtempSync(join(tmpdir(), 'stx-chronicle-'));
  const file = join(folder, 'lot.ndjson');
  let visitor: ApiClient;
  let lot: string;
  let key: string;

  beforeAll(async () => {
    await exchange.start();
    visitor = new ApiClient(exchange.url);
    lot = await withdrawnLot(exchange.url);
    await until(
      () => visitor.ask('query ($ref: String!) { lot(ref: $ref) { state } chronicleKey }', { ref: lot }),
      (data) => data.lot.state === 'WITHDRAWN',
    );
    ({ chronicleKey: key } = await visitor.ask('{ chronicleKey }'));
  }, 120_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  const verify = (path: string, ...words: string[]) =>
    // no data folder to be found: verifying needs neither exchange nor database
    stx(['chronicle', 'verify', path, ...words], { STX_DATA_DIR: join(folder, 'nowhere') });
  const altered = (change: (lines: string[]) => string[]): string => {
    const path = join(folder, 'altered.ndjson');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${change(lines).join('\n')}\n`);
    return path;
  };

  it('is the same file at the page and at the command line', async () => {
    const exported = await stx(['chronicle', 'export', lot, file, '--json'], {
      STX_DATA_DIR: exchange.dataDir,
    });
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    const page = await fetch(`${exchange.url}/lots/${lot}/chronicle.ndjson`);
    expect(page.headers.get('content-disposition')).toBe(`attachment; filename="${lot}.ndjson"`);
    expect(await page.text()).toBe(readFileSync(file, 'utf8'));
    const shown = await (await fetch(`${exchange.url}/lots/${lot}/chronicle`)).text();
    expect(shown).toContain(key);
    expect(shown).toContain('href="chronicle.ndjson"');
  }, 30_000);

  it('verifies offline, by the published key and head', async () => {
    const head = JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)!).head as string;
    const told = await verify(file, '--key', key, '--head', head, '--json');
    expect([told.code, told.stderr]).toEqual([0, '']);
    expect(JSON.parse(told.stdout)).toMatchObject({
      verifies: true,
      lot,
      head,
      result: { state: 'WITHDRAWN' },
    });
  }, 30_000);

  it.each<[what: string, line: number, fault: string, change: (lines: string[]) => string[]]>([
    [
      'one digit of a time',
      1,
      'CHAIN',
      (lines) => lines.with(0, lines[0]!.replace(/"at":(\d{12})\d/, '"at":$10')),
    ],
    ['a blank', 1, 'MALFORMED', (lines) => lines.with(0, lines[0]!.replace(':', ': '))],
    ['a missing event', 1, 'HEAD', (lines) => lines.slice(1)],
    ['the head before the event', 1, 'MALFORMED', ([a, b, ...rest]) => [b!, a!, ...rest]],
    ['a line end of another system', 1, 'MALFORMED', (lines) => lines.map((line) => `${line}\r`)],
    ['a byte order mark', 1, 'MALFORMED', (lines) => lines.with(0, `\uFEFF${lines[0]}`)],
  ])(
    'names the line: %s',
    async (_, line, fault, change) => {
      const told = await verify(altered(change));
      expect([told.code, told.stdout]).toEqual([1, '']);
      expect(told.stderr).toMatch(new RegExp(`line ${line}: .+ / 第 ${line} 行：.+ \\(${fault}\\)`));
    },
    30_000,
  );

  it('refuses another key, and a hash that was published and is gone', async () => {
    expect(await verify(file, '--key', 'A'.repeat(43))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('HEAD'),
    });
    expect(await verify(file, '--head', '0'.repeat(64))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('REWRITTEN'),
    });
  }, 30_000);

  it('is a matter of usage when there is no such file, lot, or end', async () => {
    expect(await verify(join(folder, 'none'))).toMatchObject({ code: 2, stdout: '' });
    expect(await verify(file, '--head', 'short')).toMatchObject({ code: 2, stdout: '' });
    const env = { STX_DATA_DIR: exchange.dataDir };
    const out = join(folder, 'out.ndjson');
    expect((await stx(['chronicle', 'export', 'L2020-000001', out], env)).code).toBe(2);
    const { lots } = await visitor.ask('{ lots(state: [SCHEDULED, LIVE], first: 1) { nodes { ref } } }');
    const running = await stx(['chronicle', 'export', lots.nodes[0].ref, out], env);
    expect(running).toMatchObject({ code: 2, stderr: expect.stringContaining('LOT_NOT_ENDED') });
    expect((await fetch(`${exchange.url}/lots/${lots.nodes[0].ref}/chronicle.ndjson`)).status).toBe(404);
  }, 30_000);
});
