import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainDatabase, Projections, tableProjection } from '@stx/platform';
import { SnapshotAchievements } from './snapshot-achievements.js';
import { SnapshotDemands } from './snapshot-demands.js';

/** Builds both projections anew from the journals. Readers see the old ones until the new ones are whole. */
@Injectable()
export class RebuildMatching implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(SnapshotDemands) private readonly demands: SnapshotDemands,
    @Inject(SnapshotAchievements) private readonly achievements: SnapshotAchievements,
    @Inject(Projections) private readonly projections: Projections,
  ) {}

  onModuleInit(): void {
    this.projections.add(this.projection());
  }

  async run(): Promise<void> {
    await this.projection().rebuild();
  }

  private projection() {
    return tableProjection(
      this.db,
      'matching.snapshots',
      ['demand_snapshot', 'achievement_snapshot'],
      [this.demands.subscription, this.achievements.subscription],
    );
  }
}
