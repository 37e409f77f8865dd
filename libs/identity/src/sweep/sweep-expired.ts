import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainDatabase, Jobs, log } from '@stx/platform';
import { Clock } from '../clock.js';

const JOB = 'identity.sweep';
const HOUR = 3600_000;

/** Every hour: what can no longer be used is deleted, sent letters after 30 days, ended tokens after 90. */
@Injectable()
export class SweepExpired implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.every(this.db, JOB, { everyMs: HOUR, firstMs: HOUR / 60 }, async () => {
      log.info('expired sessions swept', { domain: 'identity', count: await this.run() });
    });
  }

  /** @returns how many sessions were deleted */
  async run(): Promise<number> {
    const now = this.clock.now();
    const before = (ms: number) => new Date(now.getTime() - ms);
    const sessions = await this.db.query(
      'DELETE FROM session WHERE expires_at <= $1 OR seen_at <= $2 RETURNING 1',
      [now, before(HOUR / 2)],
    );
    await this.db.query('DELETE FROM verification WHERE expires_at <= $1', [now]);
    await this.db.query('DELETE FROM attempt WHERE ends_at <= $1', [now]);
    await this.db.query('DELETE FROM token WHERE least(expires_at, revoked_at) <= $1', [
      before(90 * 24 * HOUR),
    ]);
    await this.db.query(`DELETE FROM mail WHERE state NOT IN ('QUEUED', 'SENDING') AND created_at <= $1`, [
      before(30 * 24 * HOUR),
    ]);
    return sessions.length;
  }
}
