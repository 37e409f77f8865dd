import { Module } from '@nestjs/common';
import { DomainDatabaseModule, subgraphModule } from '@stx/platform';
import { AchievementEntity } from './achievement/achievement.entity.js';
import { AchievementsResolver } from './achievement/achievements.resolver.js';
import { Achievements } from './achievement/achievements.service.js';
import { CreateAchievement } from './achievement/create-achievement.js';
import { PublishAchievements } from './achievement/publish-achievements.js';
import { SeedAchievements } from './achievement/seed-achievements.js';
import { ImportAchievements } from './import/import-achievements.js';
import { ImportColumns } from './import/import-columns.js';
import { ImportJobEntity } from './import/import-job.entity.js';
import { ImportJobs } from './import/import-jobs.service.js';
import { ImportRecord } from './import/import-record.js';
import { ImportsResolver } from './import/imports.resolver.js';
import { RunImport } from './import/run-import.js';
import { StartImport } from './import/start-import.js';
import { WriteBatch } from './import/write-batch.js';
import { IndexAchievements } from './search/index-achievements.js';
import { NewestAchievements } from './search/newest-achievements.js';
import { RebuildAchievementIndex } from './search/rebuild-achievement-index.js';
import { SearchAchievements } from './search/search-achievements.js';

const library = [
  Achievements,
  CreateAchievement,
  PublishAchievements,
  SeedAchievements,
  AchievementsResolver,
];
const search = [SearchAchievements, NewestAchievements, IndexAchievements, RebuildAchievementIndex];
const imports = [
  ImportColumns,
  ImportJobs,
  ImportRecord,
  WriteBatch,
  ImportAchievements,
  StartImport,
  RunImport,
  ImportsResolver,
];

@Module({
  imports: [
    DomainDatabaseModule.for('achievements', [AchievementEntity, ImportJobEntity]),
    subgraphModule(
      'achievements',
      () => AchievementsModule,
      new URL('./achievements.graphql', import.meta.url),
    ),
  ],
  providers: [...library, ...search, ...imports],
  exports: [ImportAchievements, SeedAchievements, RebuildAchievementIndex],
})
export class AchievementsModule {}
