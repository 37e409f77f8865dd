import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AchievementPublished } from '@stx/contracts';
import { DomainDatabase, Jobs, subscribe, type StoredFact, type Subscription } from '@stx/platform';
import { In } from 'typeorm';
import { AchievementSnapshot } from './achievement-snapshot.entity.js';

/** Keeps the achievements that may be offered: those published now. */
@Injectable()
export class SnapshotAchievements implements OnApplicationBootstrap {
  readonly subscription: Subscription = {
    name: 'matching.snapshot-achievement',
    source: 'achievements',
    types: ['AchievementPublished', 'AchievementWithdrawn'],
    handle: (facts) => this.apply(facts),
  };

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return subscribe(this.db, this.jobs, this.subscription);
  }

  /** Of several facts about one achievement the last one counts. */
  private async apply(facts: StoredFact[]): Promise<void> {
    const last = [...new Map(facts.map((fact) => [fact.subjectId, fact])).values()];
    const published = last.filter(({ type }) => type === 'AchievementPublished').map(toSnapshot);
    const withdrawn = last
      .filter(({ type }) => type === 'AchievementWithdrawn')
      .map(({ subjectId }) => subjectId);
    const achievements = this.db.repository(AchievementSnapshot);
    if (published.length > 0) await achievements.upsert(published, ['id']);
    if (withdrawn.length > 0) await achievements.delete({ id: In(withdrawn) });
  }
}

function toSnapshot({ subjectId, data }: StoredFact): AchievementSnapshot {
  const published = data as AchievementPublished;
  return {
    id: subjectId,
    titleZh: published.titleZh,
    titleEn: published.titleEn,
    summaryZh: published.summaryZh,
    summaryEn: published.summaryEn,
    abstractZh: published.abstractZh,
    abstractEn: published.abstractEn,
    keywords: published.keywords,
    fieldCode: published.fieldCode,
    regionCode: published.regionCode,
    trlLevel: published.trlLevel,
    askingPriceAmount: published.askingPriceAmount,
    publishedAt: new Date(published.publishedAt),
  };
}
