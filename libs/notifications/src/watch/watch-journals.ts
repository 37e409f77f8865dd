import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { JournalCheckFailed } from '@stx/contracts';
import { DomainDatabase, Jobs, newId, systemViewer, verifyJournal } from '@stx/platform';
import { Causes } from '../cause/causes.js';

const JOB = 'notifications.watch-journals';
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Once a day: recomputes the hash chain of every journal, and says so when one does not hold. */
@Injectable()
export class WatchJournals implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Causes) private readonly causes: Causes,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.every(this.db, JOB, { everyMs: DAY_MS, firstMs: 5 * MINUTE_MS }, () => this.run());
  }

  /** A break that was told is not told again. */
  async run(): Promise<void> {
    for (const { source } of this.causes.all) {
      const { brokenAt } = await verifyJournal(this.db, source);
      if (brokenAt !== null) await this.tell({ journal: source, brokenAt });
    }
  }

  private async tell(data: JournalCheckFailed): Promise<void> {
    await this.db.change(async () => {
      const told = await this.db.query(
        `SELECT 1 FROM fact WHERE type = 'JournalCheckFailed' AND data = $1::jsonb`,
        [JSON.stringify(data)],
      );
      if (told.length > 0) return;
      this.db.record({ type: 'JournalCheckFailed', subjectId: newId(), data, by: systemViewer });
    });
  }
}
