import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../process/process.js';
import type { RunningServer } from './keep-running.js';
import { ownerIds, postgresBinaries, runAs } from './postgres-binaries.js';

const READY = 'database system is ready to accept connections';
const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 15_000;

/** Fast shutdown: sessions end, what is committed stays. */
export async function stopByPid(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < STOP_WITHIN_MS && isAlive(pid); waited += 25) await sleep(25);
}

/** A server that somebody else started; it is no child of ours, so it is looked at from time to time. */
export const adopted = (pid: number): RunningServer => ({
  ended: endOf(pid),
  stop: () => stopByPid(pid),
});

async function endOf(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(500, undefined, { ref: false });
}

/**
 * One PostgreSQL server of a data folder. In a process group of its own, so that Ctrl-C reaches the exchange first,
 * which then stops it last; whoever kills the exchange leaves it running, to be adopted.
 */
export class PostgresServer implements RunningServer {
  private child: ChildProcess | undefined;
  ended: Promise<void> = Promise.resolve();
  private said: string[] = [];

  constructor(
    private readonly databaseDir: string,
    private readonly port: number,
  ) {}

  /** The last lines the programs wrote, for a message about a failed start. */
  lastWords(): string {
    return this.said.join('').trim().split('\n').slice(-3).join(' ');
  }

  /** Makes the data folder unless there is one. */
  async initialize(owner: string, password: string): Promise<void> {
    if (existsSync(join(this.databaseDir, 'PG_VERSION'))) return;
    mkdirSync(this.databaseDir, { recursive: true, mode: 0o700 });
    const passwordFile = join(tmpdir(), `stx-${randomBytes(9).toString('hex')}`);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    const { initdb } = await postgresBinaries();
    try {
      runAs([initdb]); // makes the user when it is missing
      const owns = ownerIds();
      for (const path of owns ? [this.databaseDir, passwordFile] : []) chownSync(path, owns!.uid, owns!.gid);
      const args = [`--pgdata=${this.databaseDir}`, `--username=${owner}`, `--pwfile=${passwordFile}`];
      const child = this.spawn(initdb, [
        ...args,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-instructions',
      ]);
      const code = await new Promise((done, fail) => child.once('close', done).once('error', fail));
      if (code !== 0) throw new Error(`initdb ended with ${String(code)}`);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  async start(flags: string[]): Promise<void> {
    const { postgres } = await postgresBinaries();
    this.said = [];
    const child = this.spawn(postgres, ['-D', this.databaseDir, '-p', String(this.port), ...flags]);
    this.child = child;
    this.ended = new Promise((done) => child.once('close', () => done()));
    const failed = new Promise<never>((_, fail) => {
      child.once('error', fail);
      child.once('exit', (code) => fail(new Error(`postgres ended with ${String(code)}`)));
    });
    failed.catch(() => undefined); // after the start nobody waits for it
    const ready = new Promise<void>((done) => {
      child.stderr!.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes(READY)) done();
      });
    });
    const late = sleep(START_WITHIN_MS, undefined, { ref: false }).then(() => {
      throw new Error('postgres does not get ready');
    });
    await Promise.race([ready, failed, late]);
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGINT');
    await ended;
  }

  private spawn(program: string, args: string[]): ChildProcess {
    const { prefix, uid, gid } = runAs([this.databaseDir, program]);
    const [command, ...rest] = [...prefix, program, ...args];
    const child = spawn(command!, rest, {
      uid,
      gid,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], LC_MESSAGES: 'C', TZ: 'UTC' },
    });
    const listen = (chunk: Buffer) => void (this.said = [...this.said, chunk.toString()].slice(-20));
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    return child;
  }
}
