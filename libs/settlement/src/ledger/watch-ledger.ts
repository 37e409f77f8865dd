import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { LedgerCheckFailed } from '@stx/contracts';
import { DomainDatabase, Jobs, newId, systemViewer } from '@stx/platform';
import { LedgerCheck } from './ledger-check.js';

const JOB = 'settlement.watch-ledger';
const EVERY_MS = 600_000;

/** Checks the whole ledger every ten minutes, and says so when it fails and when it is sound again. */
@Injectable()
export class WatchLedger implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(LedgerCheck) private readonly check: LedgerCheck,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.every(this.db, JOB, { everyMs: EVERY_MS, firstMs: EVERY_MS / 10 }, () => this.run());
  }

  /** A ledger that stays wrong is told once. */
  async run(): Promise<void> {
    const { isBalanced, journals } = await this.check.run(systemViewer);
    const type = isBalanced ? 'LedgerCheckPassed' : 'LedgerCheckFailed';
    await this.db.change(async () => {
      const [last] = await this.db.query<{ type: string }>(
        `SELECT type FROM fact WHERE type IN ('LedgerCheckPassed', 'LedgerCheckFailed') ORDER BY seq DESC LIMIT 1`,
      );
      if ((last?.type ?? 'LedgerCheckPassed') === type) return;
      const data: LedgerCheckFailed = { journals };
      this.db.record({ type, subjectId: newId(), data, by: systemViewer });
    });
  }
}
