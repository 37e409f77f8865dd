import { Module } from '@nestjs/common';
import { DomainDatabaseModule, subgraphModule } from '@stx/platform';
import { AnnounceMatches } from './match/announce-matches.js';
import { FindMatches } from './match/find-matches.js';
import { MatchesResolver } from './match/matches.resolver.js';
import { AchievementSnapshot } from './snapshot/achievement-snapshot.entity.js';
import { DemandSnapshot } from './snapshot/demand-snapshot.entity.js';
import { RebuildMatching } from './snapshot/rebuild-matching.js';
import { SnapshotAchievements } from './snapshot/snapshot-achievements.js';
import { SnapshotDemands } from './snapshot/snapshot-demands.js';

@Module({
  imports: [
    DomainDatabaseModule.for('matching', [DemandSnapshot, AchievementSnapshot]),
    subgraphModule('matching', () => MatchingModule, new URL('./matching.graphql', import.meta.url)),
  ],
  providers: [
    SnapshotDemands,
    SnapshotAchievements,
    RebuildMatching,
    FindMatches,
    AnnounceMatches,
    MatchesResolver,
  ],
  exports: [RebuildMatching, FindMatches],
})
export class MatchingModule {}
