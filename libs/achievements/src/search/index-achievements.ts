import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DomainDatabase, Jobs, log, subscribe, type StoredFact } from '@stx/platform';
import { SEARCH_ENGINE, type SearchEngine } from '@stx/search';
import { Achievements } from '../achievement/achievements.service.js';
import { ACHIEVEMENT_INDEX, toSearchDocument } from './achievement-document.js';
import { RebuildAchievementIndex } from './rebuild-achievement-index.js';

const CHECK = 'achievements.check-index';

/** Keeps the search index in step with what is published. */
@Injectable()
export class IndexAchievements implements OnApplicationBootstrap {
  private isReady = false;

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Achievements) private readonly achievements: Achievements,
    @Inject(RebuildAchievementIndex) private readonly rebuild: RebuildAchievementIndex,
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
  ) {}

  /** The engine may be down while the exchange starts: what needs it is left to jobs, which try again. */
  async onApplicationBootstrap(): Promise<void> {
    // the first visitor may come before the first job
    await this.ensure().catch((error: unknown) => log.error('search engine does not answer', error));
    this.jobs.handle(CHECK, () => this.check());
    await this.jobs.add(this.db, CHECK, {}, CHECK);
    await subscribe(this.db, this.jobs, {
      name: 'achievements.index-published-achievement',
      source: 'achievements',
      types: ['AchievementPublished', 'AchievementWithdrawn'],
      handle: (facts) => this.index(facts),
    });
  }

  /**
   * Brings the documents of the achievements that `facts` speak of to what is stored now, so that facts may repeat
   * and a rebuild gives the same index.
   */
  async index(facts: StoredFact[]): Promise<void> {
    const ids = [...new Set(facts.map((fact) => fact.subjectId))];
    const published = await this.achievements.published(ids);
    const found = new Set(published.map(({ id }) => id));
    const gone = ids.filter((id) => !found.has(id));
    await this.ensure();
    if (published.length > 0)
      await this.engine.upsert(ACHIEVEMENT_INDEX.name, published.map(toSearchDocument));
    if (gone.length > 0) await this.engine.delete(ACHIEVEMENT_INDEX.name, gone);
  }

  /** Fills the index of an engine that was put in the place of another one. */
  private async check(): Promise<void> {
    await this.ensure();
    if ((await this.engine.count(ACHIEVEMENT_INDEX.name)) > 0) return;
    const [place] = await this.db.query<{ position: string }>(
      `SELECT position FROM subscription WHERE name = 'achievements.index-published-achievement'`,
    );
    if (Number(place?.position ?? 0) > 0) await this.rebuild.run();
  }

  private async ensure(): Promise<void> {
    if (this.isReady) return;
    await this.engine.ensure(ACHIEVEMENT_INDEX);
    this.isReady = true;
  }
}
