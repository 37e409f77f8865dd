import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../cli/dist/main.js');

export interface Told {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real `stx` with the given words and waits for its end. */
export function stx(words: string[], env: Record<string, string> = {}): Promise<Told> {
  const { STX_TEST_DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { ...inherited, NODE_OPTIONS: '', STX_LOG_LEVEL: 'warn', LC_ALL: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (told.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (told.stderr += text.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, ...told })));
}
