import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { LotOpeningNear } from '@stx/contracts';
import { DomainDatabase, Jobs, systemViewer } from '@stx/platform';
import { LotHistory } from '../cause/lot-history.js';

const JOB = 'notifications.remind-of-opening';
const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1_440;
/** A lot is announced again this long before it opens. */
const AHEAD_MINUTES = [DAY_MINUTES, 15];

/** A day and a quarter of an hour before a lot opens, that becomes a fact; what a lot's new date moves, moves too. */
@Injectable()
export class RemindOfOpening implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(LotHistory) private readonly lots: LotHistory,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(JOB, ({ lotId, minutes }) => this.run(lotId!, Number(minutes)));
  }

  /** In the running change. What is too near at `knownAt` needs no reminder: people have just been told. */
  async plan(lotId: string, opensAt: Date, knownAt: Date): Promise<void> {
    if (opensAt.getTime() <= Date.now()) return;
    for (const minutes of AHEAD_MINUTES) {
      const at = dueAt(opensAt, minutes);
      if (at > knownAt) await this.queue(lotId, minutes, at);
    }
  }

  async run(lotId: string, minutes: number, now = new Date()): Promise<void> {
    await this.db.change(async () => {
      const lot = await this.lots.of(lotId, now);
      if (!lot?.opensAt || lot.isBegun || lot.opensAt <= now) return;
      const { opensAt, about } = lot;
      const due = dueAt(opensAt, minutes);
      if (due > now) return this.queue(lotId, minutes, due);
      const told = await this.db.factsAbout('notifications', lotId, ['LotOpeningNear']);
      const data: LotOpeningNear = { ref: about.ref!, minutes, opensAt: opensAt.getTime() };
      const isTold = told.some(
        ({ data: past }) => past['minutes'] === minutes && past['opensAt'] === data.opensAt,
      );
      if (!isTold) this.db.record({ type: 'LotOpeningNear', subjectId: lotId, data, by: systemViewer });
    });
  }

  private queue(lotId: string, minutes: number, at: Date): Promise<void> {
    return this.jobs.add(this.db, JOB, { lotId, minutes: String(minutes) }, `${JOB}:${lotId}:${minutes}`, at);
  }
}

const dueAt = (opensAt: Date, minutes: number) => new Date(opensAt.getTime() - minutes * MINUTE_MS);
