import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import { SEARCH_ENGINE, type SearchDocument, type SearchEngine } from '@stx/search';
import { MoreThan } from 'typeorm';
import { AchievementEntity } from '../achievement/achievement.entity.js';
import { ACHIEVEMENT_INDEX, toSearchDocument } from './achievement-document.js';

const BATCH = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Builds the search index anew from the database; searches see the old one until the new one is whole. */
@Injectable()
export class RebuildAchievementIndex {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
  ) {}

  /** @throws SearchError `rebuild-running`, `engine-failed` */
  async run(): Promise<void> {
    await this.engine.ensure(ACHIEVEMENT_INDEX);
    await this.engine.rebuild(ACHIEVEMENT_INDEX.name, this.published());
  }

  private async *published(): AsyncGenerator<SearchDocument[]> {
    for (let last = FIRST_ID; ;) {
      const batch = await this.db.repository(AchievementEntity).find({
        where: { state: 'PUBLISHED', id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      if (batch.length > 0) yield batch.map(toSearchDocument);
      if (batch.length < BATCH) return;
      last = batch.at(-1)!.id;
    }
  }
}
