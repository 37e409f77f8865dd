import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { DomainDatabase } from '../database/domain-database.js';
import { log } from '../log/log.js';
import type { Subscription } from '../journal/subscription.js';
import { PLATFORM_OPTIONS, type PlatformOptions } from '../platform-options.js';
import { surviveLoss } from '../database/survive-loss.js';
import { WorkerClaims } from './worker-claims.js';

export type JobHandler = (payload: Record<string, string>) => Promise<unknown>;

/** A subscriber whose code is in this process, with the database it writes to. */
export interface HostedSubscriber {
  db: DomainDatabase;
  subscription: Subscription;
}

const RESTART_AFTER_MS = 1_000;

/** One life of the queue's runner. */
interface Work {
  /** Settles when the runner has ended, rejects when it gave up. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Silent below warnings: job payloads and errors reach the log through our own allow-list only. */
const quiet = new Logger(() => () => undefined);

/**
 * Background work on graphile-worker. Jobs are queued inside the change they belong to and hold ids only; a handler
 * must be harmless when repeated.
 */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly handlers: TaskList = {};
  private readonly stopping = new AbortController();
  private readonly stopped = once(this.stopping.signal, 'abort').then(() => undefined);
  private working: Promise<void> | undefined;
  private readonly subscribers = new Map<string, HostedSubscriber>();

  constructor(@Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions) {}

  /** Registers the one handler of a task; called while modules start. */
  handle(task: string, handler: JobHandler): void {
    if (this.handlers[task]) throw new Error(`two handlers for job ${task}`);
    this.handlers[task] = async (payload) => {
      try {
        await handler((payload ?? {}) as Record<string, string>);
      } catch (error) {
        log.error('job failed', error, { job: task });
        throw new Error(`${task} failed`, { cause: error });
      }
    };
  }

  /** Remembers a subscriber of this process. */
  hosts(name: string, subscriber: HostedSubscriber): void {
    this.subscribers.set(name, subscriber);
  }

  /** The subscriber of that name, if its code is in this process. */
  hosted(name: string): HostedSubscriber | undefined {
    return this.subscribers.get(name);
  }

  /** Queues a job in the running change; the same `key` replaces a job that still waits. */
  async add(
    db: DomainDatabase,
    task: string,
    payload: Record<string, string>,
    key: string,
    runAt = new Date(),
  ): Promise<void> {
    await db.query('SELECT platform.add_job($1, $2, $3, $4)', [task, JSON.stringify(payload), key, runAt]);
  }

  /**
   * Does `work` again and again: the next time is queued before it, so that a failure ends nothing, and the first time comes
   * soon after a start, so that a process that restarts often still does it. Called while modules start.
   */
  async every(
    db: DomainDatabase,
    task: string,
    { everyMs, firstMs }: { everyMs: number; firstMs: number },
    work: () => Promise<unknown>,
  ): Promise<void> {
    const queue = (inMs: number) => this.add(db, task, {}, task, new Date(Date.now() + inMs));
    this.handle(task, async () => {
      await queue(everyMs);
      await work();
    });
    await queue(firstMs);
  }

  /** Starts working, after every module has registered its handlers. */
  async start(): Promise<void> {
    if (!this.options.runsJobs || this.working) return;
    const first = await this.work();
    this.working = this.goOn(first);
  }

  /** First of all when stopping: no job may outlive the connections it uses. */
  async onModuleDestroy(): Promise<void> {
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
    const claims = new WorkerClaims(this.options.databaseUrl);
    const pool = new pg.Pool({ connectionString: this.options.databaseUrl, max: 5 });
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
        taskList: this.handlers,
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
