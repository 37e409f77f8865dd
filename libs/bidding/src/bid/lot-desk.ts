import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Command } from '@stx/auction-rules';
import { Refused, systemViewer, type Viewer } from '@stx/platform';
import { CommitBatch, type LotChange } from './commit-batch.js';
import type { DeskReply } from './desk-reply.js';
import type { Ask } from './decide-batch.js';
import { Pulse } from './pulse.js';

interface Waiting extends Ask {
  settle(reply: DeskReply): void;
  fail(error: unknown): void;
}

/** Commands decided in one transaction at most; the rest waits for the next. */
const BATCH = 1_000;
/** More waiting for one lot than this is a flood, not an auction. */
const MAX_WAITING = 20_000;

/**
 * The one door to a lot's rules. Commands for a lot queue here; those that arrive while a commit is under way are
 * decided together in the next one, in order of arrival, under the lot's row lock. A reply leaves only after COMMIT,
 * listeners hear only after the replies. Any process may serve any lot: the row is the authority.
 */
@Injectable()
export class LotDesk {
  private readonly queues = new Map<string, Waiting[]>();
  private readonly listeners = new Set<(change: LotChange) => void>();
  /** Commits run outside the caller's change: a bid is its own unit of work. */
  private readonly outside = AsyncLocalStorage.snapshot();

  constructor(
    @Inject(CommitBatch) private readonly commitBatch: CommitBatch,
    @Inject(Pulse) private readonly pulse: Pulse,
  ) {}

  /** The listener hears after replies are given. @returns stops it */
  onChange(listener: (change: LotChange) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The reply to a command that came in at `receivedAt`. @throws Refused TOO_MANY when the lot's queue is full */
  submit(lotId: string, command: Command, by: Viewer, receivedAt = Date.now()): Promise<DeskReply> {
    return new Promise((settle, fail) => {
      const waiting: Waiting = { command, by, receivedAt, settle, fail };
      const queue = this.queues.get(lotId);
      if (!queue) {
        this.queues.set(lotId, [waiting]);
        void this.outside(() => this.serve(lotId));
      } else if (queue.length < MAX_WAITING) queue.push(waiting);
      else fail(new Refused('TOO_MANY'));
    });
  }

  /** Lets time pass in a lot. */
  async tick(lotId: string): Promise<void> {
    await this.submit(lotId, { type: 'tick' }, systemViewer);
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.queues.size > 0) await new Promise((done) => setTimeout(done, 5));
  }

  private async serve(lotId: string): Promise<void> {
    const queue = this.queues.get(lotId)!;
    for (;;) {
      // lets the replies just given go out, and what came in with them join the next batch
      await nextTurn();
      if (queue.length === 0) break;
      const batch = queue.splice(0, BATCH);
      try {
        await this.pulse.fresh();
        const committed = await this.commitBatch.run(lotId, batch);
        batch.forEach(({ settle }, i) => settle(committed.answers[i]!));
        const { change } = committed;
        if (change) setImmediate(() => this.tell(change));
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    this.queues.delete(lotId);
  }

  private tell(change: LotChange): void {
    for (const listener of this.listeners) listener(change);
  }
}
