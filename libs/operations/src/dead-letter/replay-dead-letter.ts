import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  Jobs,
  once,
  replayDeadLetter,
  replayTask,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import { requireOperations } from '../policy.js';
import { refuse } from '../refusals.js';
import { Routes } from '../subscriber/routes.js';

export interface ReplayDeadLetterInput {
  requestId: string;
  subscription: string;
  seq: number;
}

/** Asks that a parked fact be handled again. Who asked is a fact of the operations journal. */
@Injectable()
export class ReplayDeadLetter {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Routes) private readonly routes: Routes,
  ) {}

  /** Queues the replay for the process that hosts the subscriber. @returns `{ subscription, seq }`, or the refusal */
  async run(viewer: Viewer, input: ReplayDeadLetterInput): Promise<Reply | StoredRefusal> {
    requireOperations(viewer);
    const { subscription, seq, requestId } = input;
    return once(this.db, viewer, { operation: 'replayDeadLetter', requestId, input }, async () => {
      await this.record(viewer, subscription, seq);
      const task = replayTask(subscription);
      await this.jobs.add(this.db, task, { seq: String(seq) }, `${task}:${seq}`);
      return { subscription, seq };
    });
  }

  /** The same at once, where the subscriber is in this process: the command line. @returns whether it is settled now */
  async runHere(viewer: Viewer, subscription: string, seq: number): Promise<boolean> {
    requireOperations(viewer);
    const hosted = this.jobs.hosted(subscription);
    if (!hosted) refuse('DEAD_LETTER_GONE');
    await this.db.change(() => this.record(viewer, subscription, seq));
    return replayDeadLetter(hosted!.db, hosted!.subscription, seq);
  }

  private async record(viewer: Viewer, subscription: string, seq: number): Promise<void> {
    const route = (await this.routes.find(subscription)) ?? refuse('DEAD_LETTER_GONE', { field: 'seq' });
    const [parked] = await this.db.query<{ subjectId: string }>(
      `SELECT f.subject_id AS "subjectId" FROM ${route.schema}.dead_letter d JOIN ${route.source}.fact f ON f.seq = d.seq
        WHERE d.subscription = $1 AND d.seq = $2 AND d.replayed_at IS NULL`,
      [subscription, seq],
    );
    if (!parked) refuse('DEAD_LETTER_GONE', { field: 'seq' });
    this.db.record({
      type: 'DeadLetterReplayAsked',
      subjectId: parked!.subjectId,
      data: { subscription, seq, isCommandLine: viewer.isSystem },
      by: viewer,
    });
  }
}
