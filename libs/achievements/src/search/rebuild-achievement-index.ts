import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainDatabase, Projections, type ProjectionDigest } from '@stx/platform';
import { SEARCH_ENGINE, type SearchDocument, type SearchEngine, type SearchResult } from '@stx/search';
import { MoreThan } from 'typeorm';
import { AchievementEntity } from '../achievement/achievement.entity.js';
import { ACHIEVEMENT_INDEX, toSearchDocument } from './achievement-document.js';

const BATCH = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Builds the search index anew from the database; searches see the old one until the new one is whole. */
@Injectable()
export class RebuildAchievementIndex implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
    @Inject(Projections) private readonly projections: Projections,
  ) {}

  onModuleInit(): void {
    this.projections.add({
      name: 'achievements.search-index',
      rebuild: (onProgress) => this.run(onProgress),
      digest: () => this.digest(),
    });
  }

  /** @throws SearchError `rebuild-running`, `engine-failed` */
  async run(onProgress?: (done: number) => void): Promise<void> {
    await this.engine.ensure(ACHIEVEMENT_INDEX);
    await this.engine.rebuild(ACHIEVEMENT_INDEX.name, this.published(onProgress));
  }

  /** What searches find: every document with its title as the index has it, in one fixed order. */
  private async digest(): Promise<ProjectionDigest> {
    await this.engine.ensure(ACHIEVEMENT_INDEX);
    const hash = createHash('md5');
    let rows = 0;
    for (let after: string | null = null; ;) {
      const page: SearchResult = await this.engine.query(ACHIEVEMENT_INDEX.name, {
        sort: 'oldest',
        first: 100,
        after,
      });
      rows += page.hits.length;
      for (const { id, highlights } of page.hits) hash.update(JSON.stringify([id, highlights.title]));
      if (!page.hasNextPage) return { rows, hash: hash.digest('hex') };
      after = page.endCursor;
    }
  }

  /** Published achievements in the database, to compare with what the index holds. */
  publishedCount(): Promise<number> {
    return this.db.repository(AchievementEntity).countBy({ state: 'PUBLISHED' });
  }

  private async *published(onProgress?: (done: number) => void): AsyncGenerator<SearchDocument[]> {
    let done = 0;
    for (let last = FIRST_ID; ;) {
      const batch = await this.db.repository(AchievementEntity).find({
        where: { state: 'PUBLISHED', id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      if (batch.length > 0) yield batch.map(toSearchDocument);
      onProgress?.((done += batch.length));
      if (batch.length < BATCH) return;
      last = batch.at(-1)!.id;
    }
  }
}
