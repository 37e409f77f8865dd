import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Logger, run, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { DomainDatabase } from '../database/domain-database.js';
import { log } from '../log/log.js';
import type { Subscription } from '../journal/subscription.js';
import { PLATFORM_OPTIONS, type PlatformOptions } from '../platform-options.js';

export type JobHandler = (payload: Record<string, string>) => Promise<unknown>;

/** A subscriber whose code is in this process, with the database it writes to. */
export interface HostedSubscriber {
  db: DomainDatabase;
  subscription: Subscription;
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
  private readonly subscribers = new Map<string, HostedSubscriber>();
  private runner: Runner | undefined;
  private pool: pg.Pool | undefined;

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

  /** Starts working, after every module has registered its handlers. */
  async start(): Promise<void> {
    if (!this.options.runsJobs || this.runner) return;
    this.pool = new pg.Pool({ connectionString: this.options.databaseUrl, max: 5 });
    const lost = (error: Error) => log.error('job connection lost', error);
    this.pool.on('error', lost);
    this.pool.on('connect', (client) => client.on('error', lost));
    this.runner = await run({
      pgPool: this.pool,
      taskList: this.handlers,
      concurrency: 3,
      pollInterval: 1000,
      noHandleSignals: true,
      logger: quiet,
    });
  }

  /** First of all when stopping: no job may outlive the connections it uses. */
  async onModuleDestroy(): Promise<void> {
    await this.runner?.stop();
    await this.pool?.end();
  }
}
