import { Inject, Injectable } from '@nestjs/common';
import { catchUp, DomainDatabase, rewind } from '@stx/platform';
import { SnapshotAchievements } from './snapshot-achievements.js';
import { SnapshotDemands } from './snapshot-demands.js';

/** Builds both projections anew from the journals. Readers see the old ones until the new ones are whole. */
@Injectable()
export class RebuildMatching {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(SnapshotDemands) private readonly demands: SnapshotDemands,
    @Inject(SnapshotAchievements) private readonly achievements: SnapshotAchievements,
  ) {}

  async run(): Promise<void> {
    await this.db.change(async () => {
      for (const { subscription } of [this.demands, this.achievements])
        await rewind(this.db, subscription.name);
      await this.db.query('DELETE FROM demand_snapshot');
      await this.db.query('DELETE FROM achievement_snapshot');
      for (const { subscription } of [this.demands, this.achievements]) await catchUp(this.db, subscription);
    });
  }
}
