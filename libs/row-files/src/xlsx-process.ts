import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ReadLimits } from './read-options.js';
import { RowFileError } from './row-file-error.js';
import type { UnpackedEntry } from './unpack-zip.js';

/** A cell whose formula has no usable cached value. Row and column count from 1. */
export interface FormulaProblem {
  readonly row: number;
  readonly column: number;
  readonly reason: string;
}

const PARSER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './xlsx-parser.ts' : './xlsx-parser.js', import.meta.url),
);

type Answer = { problems: FormulaProblem[] } | { rows: unknown[][] } | { failed: string };

/**
 * The parser of one sheet, in a process with its own heap and a deadline. A process, not a thread: when a hostile
 * sheet exhausts its heap, V8 may end the whole process, and that must not be ours.
 */
export class XlsxProcess implements AsyncDisposable {
  private readonly child: ChildProcess;
  private readonly deadline: AbortSignal;

  constructor(
    entries: readonly UnpackedEntry[],
    private readonly limits: ReadLimits,
  ) {
    this.deadline = AbortSignal.timeout(limits.timeoutSeconds * 1000);
    this.child = fork(PARSER, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--disable-warning=ExperimentalWarning'],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('error', () => undefined); // told by the next question
    this.child.send({ entries, sheet: limits.sheet ?? 1 });
  }

  /** Waits until the sheet is parsed. */
  async parsed(): Promise<readonly FormulaProblem[]> {
    const { problems } = await this.answer<{ problems: FormulaProblem[] }>(this.deadline);
    return problems;
  }

  /** The next rows, empty at the end. */
  async nextRows(): Promise<readonly unknown[][]> {
    const answer = this.answer<{ rows: unknown[][] }>();
    this.child.send('next');
    return (await answer).rows;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  private async answer<Wanted>(signal?: AbortSignal): Promise<Wanted> {
    const stop = new AbortController();
    const any = AbortSignal.any(signal ? [signal, stop.signal] : [stop.signal]);
    try {
      const exited = once(this.child, 'exit', { signal: any }).then(([code, by]) => {
        // V8 aborts when the heap is full; nothing else here ends by SIGABRT
        if (by === 'SIGABRT' || code === 134) throw new RowFileError('FILE_TOO_LARGE', { limit: 'MEMORY' });
        throw damaged('DAMAGED');
      });
      exited.catch(() => undefined); // may lose the race
      const [message] = (await Promise.race([once(this.child, 'message', { signal: any }), exited])) as [
        Answer,
      ];
      if ('failed' in message)
        throw damaged(message.failed === 'SheetNotFoundError' ? 'SHEET_NOT_FOUND' : 'DAMAGED');
      return message as Wanted;
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error;
      throw new RowFileError('FILE_TIMEOUT', { seconds: this.limits.timeoutSeconds });
    } finally {
      stop.abort();
    }
  }
}

const damaged = (reason: string) => new RowFileError('FILE_FORMAT', { reason, expected: 'XLSX' });
