import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient, until } from './api-client.js';
import { ExchangeProcess } from './exchange-process.js';

const MAIN = join(import.meta.dirname, '../../gateway/dist/main.js');

/** Runs a start that must fail; its exit code and what it said. */
function failingStart(env: Record<string, string>) {
  const { STX_TEST_DATABASE_URL: _, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN], {
    env: { ...inherited, NODE_OPTIONS: '', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, said: stdout + stderr };
}

describe('a start that cannot succeed says why and leaves nothing half done', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stx-start-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names unknown and malformed variables', () => {
    const { status, said } = failingStart({
      STX_PROT: '4200',
      STX_LOG_LEVEL: 'loud',
      STX_DATA_DIR: join(folder, 'a'),
    });
    expect(status).toBe(2);
    expect(said).toMatch(/STX_PROT: unknown variable/);
    expect(said).toMatch(/STX_LOG_LEVEL/);
  });

  it('names a data folder that cannot be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { status, said } = failingStart({ STX_DATA_DIR: join(file, 'data') });
    expect(status).toBe(2);
    expect(said).toMatch(/cannot be written.*无法写入/);
  });

  it('names a database that does not answer', () => {
    const { status, said } = failingStart({
      STX_DATA_DIR: join(folder, 'b'),
      STX_DATABASE_URL: 'postgres://stx:wrong@127.0.0.1:1/stx',
    });
    expect(status).toBe(2);
    expect(said).toMatch(/database.*数据库/i);
    expect(said).not.toContain('wrong');
  }, 60_000);

  it('names a port that is taken, and stops the database it had started', async () => {
    const rival = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => rival.once('listening', done));
    const { port } = rival.address() as { port: number };
    const { status, said } = failingStart({
      STX_DATA_DIR: join(folder, 'c'),
      STX_DEMO: 'off',
      STX_PORT: String(port),
    });
    rival.close();
    expect(status).toBe(2);
    expect(said).toContain(`Port ${port} is taken`);
  }, 90_000);
});

describe('an exchange that is stopped and killed', () => {
  const exchange = new ExchangeProcess({ STX_DEMO: 'off' });
  beforeAll(() => exchange.start(), 120_000);
  afterAll(() => exchange.stop(), 60_000);

  it('refuses a second start on its data folder', () => {
    const { status, said } = failingStart({ STX_DATA_DIR: exchange.dataDir, STX_PORT: '0' });
    expect(status).toBe(2);
    expect(said).toMatch(/used by a running exchange/);
  });

  it('stops cleanly on SIGTERM and starts again', async () => {
    expect(await exchange.end('SIGTERM')).toBe(0);
    await exchange.start();
    expect(await new ApiClient(exchange.url).ask('{ serverTime }')).toHaveProperty('serverTime');
  }, 60_000);

  it('adopts the database that a SIGKILL left running', async () => {
    await exchange.end('SIGKILL');
    await exchange.start();
    expect(await new ApiClient(exchange.url).ask('{ serverTime }')).toHaveProperty('serverTime');
  }, 60_000);

  it.each(['its own', 'an adopted'])(
    'goes on after %s database was killed',
    async () => {
      const postmaster = readFileSync(join(exchange.dataDir, 'postgres', 'postmaster.pid'), 'utf8');
      process.kill(Number(postmaster.split('\n')[0]), 'SIGKILL');
      const isReady = async () => (await fetch(`${exchange.url}/health/ready`)).status;
      await until(isReady, (status) => status === 503);
      await until(isReady, (status) => status === 200);
      expect(await new ApiClient(exchange.url).ask('{ organizations { totalCount } }')).toBeTruthy();
      await exchange.end('SIGKILL');
      await exchange.start(); // and the next round kills the one that this start adopts
    },
    90_000,
  );
});
