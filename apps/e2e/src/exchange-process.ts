import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningPostgres } from '@stx/platform';
import pg from 'pg';

const GATEWAY = join(import.meta.dirname, '../../gateway/dist');
const READY = /STX ready at (\S+)/;
const READY_WITHIN_MS = 90_000;

/** A real exchange in its own process and data folder, as `npm start` runs it. */
export class ExchangeProcess {
  readonly dataDir: string;
  url = '';
  private child: ChildProcess | undefined;
  private said = '';

  constructor(
    private readonly env: Record<string, string> = {},
    private readonly entry: 'main.js' | 'split.js' = 'main.js',
  ) {
    this.dataDir = env['STX_DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'stx-e2e-'));
  }

  /** Starts, or starts again on the same folder and port; resolves when it says that it is ready. */
  async start(): Promise<void> {
    const port = this.url ? new URL(this.url).port : '0';
    this.said = '';
    const { STX_TEST_DATABASE_URL: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [join(GATEWAY, this.entry)], {
      env: {
        ...inherited,
        NODE_OPTIONS: '',
        STX_DATA_DIR: this.dataDir,
        STX_PORT: port,
        STX_LOG_LEVEL: 'warn',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout!.on('data', (text: Buffer) => (this.said += text.toString()));
    child.stderr!.on('data', (text: Buffer) => (this.said += text.toString()));
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!READY.test(this.said)) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`the exchange did not start:\n${this.said}`);
      await sleep(50);
    }
    this.url = READY.exec(this.said)![1]!;
  }

  /** Everything the process has written; for looking for what must not be there. */
  get output(): string {
    return this.said;
  }

  /** Runs a statement as the owner of the embedded database: what no service may do. */
  async sql<Row>(text: string): Promise<Row[]> {
    const running = await runningPostgres(this.dataDir);
    const client = new pg.Client({ connectionString: running!.url });
    await client.connect();
    try {
      return (await client.query(text)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child!;
    if (child.exitCode !== null || child.signalCode) return child.exitCode;
    const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    child.kill(signal);
    return ended;
  }

  async stop(): Promise<void> {
    if (this.child) await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
