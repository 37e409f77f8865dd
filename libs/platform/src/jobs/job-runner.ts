import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { surviveLoss } from '../database/survive-loss.js';
import { log } from '../log/log.js';
import { WorkerClaims } from './worker-claims.js';

const RESTART_AFTER_MS = 1_000;

/** One life of the queue's runner. */
interface Work {
  /** Settles when the runner has ended, rejects when it gave up. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Silent below warnings: job payloads and errors reach the log through our own allow-list only. */
const quiet = new Logger(() => () => undefined);

/** Works on the queue for as long as the process lives, whatever becomes of the database meanwhile. */
export class JobRunner {
  private readonly stopping = new AbortController();
  private readonly stopped = once(this.stopping.signal, 'abort').then(() => undefined);
  private working: Promise<void> | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly tasks: TaskList,
  ) {}

  /** @throws when the queue cannot be worked on now */
  async start(): Promise<void> {
    const first = await this.work();
    this.working = this.goOn(first);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  /** The queue's runner gives up when its database goes away; then another one is started, for as long as it takes. */
  private async goOn(first: Work): Promise<void> {
    for (let work: Work | null = first; work; work = await this.workAgain()) {
      await work.ended.catch((error: unknown) => log.error('jobs stopped', error));
      await work.close();
      if (!this.stopping.signal.aborted) log.warn('jobs start again');
    }
  }

  private async workAgain(): Promise<Work | null> {
    while (!this.stopping.signal.aborted) {
      await sleep(RESTART_AFTER_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted) break;
      try {
        return await this.work();
      } catch (error) {
        log.error('jobs do not start again yet', error);
      }
    }
    return null;
  }

  private async work(): Promise<Work> {
    const claims = new WorkerClaims(this.databaseUrl);
    const pool = new pg.Pool({ connectionString: this.databaseUrl, max: 5 });
    surviveLoss(pool, 'jobs');
    let runner: Runner | undefined;
    const close = async () => {
      await runner?.stop().catch(() => undefined); // it may have ended by itself
      await claims.close();
      await pool.end();
    };
    try {
      await claims.open();
      const events: WorkerEvents = new EventEmitter();
      let claimed: Promise<void> | undefined;
      events.on('pool:create', ({ workerPool }) => (claimed = claims.claim(workerPool.id)));
      runner = await run({
        pgPool: pool,
        events,
        taskList: this.tasks,
        concurrency: 3,
        pollInterval: 1000,
        noHandleSignals: true,
        logger: quiet,
        // in batches the queue waits for its own writes; without, one that fails is a rejection that nobody hears
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      });
      await claimed;
      return { ended: Promise.race([runner.promise, claims.lost, this.stopped]), close };
    } catch (error) {
      await close();
      throw error;
    }
  }
}
