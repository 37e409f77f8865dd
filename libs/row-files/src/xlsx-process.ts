import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReadLimits } from './read-options.js';
import { RowFileError } from './row-file-error.js';
import type { UnpackedEntry } from './unpack-zip.js';

/** A cell whose formula has no usable cached value. Row and column count from 1. */
export interface FormulaProblem {
  readonly row: number;
  readonly column: number;
  readonly reason: string;
}

const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './xlsx-worker.ts' : './xlsx-worker.js',
  import.meta.url,
);

/** The parser of one sheet, in a worker thread with its own heap and a deadline. */
export class XlsxProcess implements AsyncDisposable {
  private readonly worker: Worker;
  private readonly deadline: AbortSignal;

  constructor(
    entries: readonly UnpackedEntry[],
    private readonly limits: ReadLimits,
  ) {
    this.deadline = AbortSignal.timeout(limits.timeoutSeconds * 1000);
    this.worker = new Worker(WORKER, {
      workerData: { entries, sheet: limits.sheet ?? 1 },
      transferList: entries.map((entry) => entry.data.buffer as ArrayBuffer),
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, stackSizeMb: 4 },
      env: {},
      execArgv: [],
    });
    // Failures between two questions are told by the next one.
    this.worker.on('error', () => undefined);
  }

  /** Waits until the sheet is parsed. */
  async parsed(): Promise<readonly FormulaProblem[]> {
    const { problems } = await this.message<{ problems: FormulaProblem[] }>(this.deadline);
    return problems;
  }

  /** The next rows, empty at the end. */
  async nextRows(): Promise<readonly unknown[][]> {
    const answer = this.message<{ rows: unknown[][] }>();
    this.worker.postMessage('next');
    return (await answer).rows;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.worker.terminate();
  }

  private async message<Message>(signal?: AbortSignal): Promise<Message> {
    const stop = new AbortController();
    const any = AbortSignal.any(signal ? [signal, stop.signal] : [stop.signal]);
    try {
      const exited = once(this.worker, 'exit', { signal: any }).then(() => {
        throw new RowFileError('FILE_FORMAT', { reason: 'DAMAGED', expected: 'XLSX' });
      });
      const [message] = await Promise.race([once(this.worker, 'message', { signal: any }), exited]);
      return message as Message;
    } catch (error) {
      throw this.asFileError(error);
    } finally {
      stop.abort();
    }
  }

  private asFileError(error: unknown): unknown {
    if (error instanceof RowFileError) return error;
    const { name, code } = error as NodeJS.ErrnoException;
    if (name === 'AbortError') {
      return new RowFileError('FILE_TIMEOUT', { seconds: this.limits.timeoutSeconds });
    }
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new RowFileError('FILE_TOO_LARGE', { limit: 'MEMORY' });
    const reason = name === 'SheetNotFoundError' ? 'SHEET_NOT_FOUND' : 'DAMAGED';
    return new RowFileError('FILE_FORMAT', { reason, expected: 'XLSX' }, { cause: error });
  }
}
