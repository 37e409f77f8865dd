import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { MatchesFound } from '@stx/contracts';
import { DomainDatabase, Jobs, systemViewer } from '@stx/platform';
import { FindMatches } from './find-matches.js';

const JOB = 'matching.announce-matches';
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** A match further down is not worth a person's time. */
const BEST = 5;

/** Once a day: says which open demands have achievements among their best matches that were not there before. */
@Injectable()
export class AnnounceMatches implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(FindMatches) private readonly findMatches: FindMatches,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.every(this.db, JOB, { everyMs: DAY_MS, firstMs: MINUTE_MS }, () => this.run());
  }

  async run(): Promise<void> {
    const open = await this.db.query<{ id: string }>(
      'SELECT demand_id AS id FROM demand_snapshot WHERE is_open ORDER BY demand_id',
    );
    for (const { id } of open) await this.announce(id);
  }

  private async announce(demandId: string): Promise<void> {
    const matches = await this.findMatches.run(demandId, BEST);
    if (matches.length === 0) return;
    await this.db.change(async () => {
      const fresh = await this.db.query(
        `INSERT INTO announced_match SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING RETURNING 1`,
        [demandId, matches.map(({ achievementId }) => achievementId)],
      );
      if (fresh.length === 0) return;
      const data: MatchesFound = { found: fresh.length };
      this.db.record({ type: 'MatchesFound', subjectId: demandId, data, by: systemViewer });
    });
  }
}
