import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { TaskList } from 'graphile-worker';
import type { DomainDatabase } from '../database/domain-database.js';
import { log } from '../log/log.js';
import type { Subscription } from '../journal/subscription.js';
import { PLATFORM_OPTIONS, type PlatformOptions } from '../platform-options.js';
import { JobRunner } from './job-runner.js';

export type JobHandler = (payload: Record<string, string>) => Promise<unknown>;

/** A subscriber whose code is in this process, with the database it writes to. */
export interface HostedSubscriber {
  db: DomainDatabase;
  subscription: Subscription;
}

/**
 * Background work on graphile-worker. Jobs are queued inside the change they belong to and hold ids only; a handler
 * must be harmless when repeated.
 */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly handlers: TaskList = {};
  private runner: JobRunner | undefined;
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
    if (!this.options.runsJobs || this.runner) return;
    this.runner = new JobRunner(this.options.databaseUrl, this.handlers);
    await this.runner.start();
  }

  /** First of all when stopping: no job may outlive the connections it uses. */
  async onModuleDestroy(): Promise<void> {
    await this.runner?.stop();
  }
}
