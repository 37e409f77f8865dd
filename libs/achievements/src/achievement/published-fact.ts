import type { AchievementPublished } from '@stx/contracts';
import type { Fact, Viewer } from '@stx/platform';
import type { AchievementEntity } from './achievement.entity.js';

/** What other domains learn of a published achievement: published fields only. */
export function publishedFact(achievement: AchievementEntity, by: Viewer): Fact {
  const data: AchievementPublished = {
    ref: achievement.ref,
    organizationId: achievement.organizationId,
    kind: achievement.kind,
    titleZh: achievement.titleZh,
    titleEn: achievement.titleEn,
    summaryZh: achievement.summaryZh,
    summaryEn: achievement.summaryEn,
    abstractZh: achievement.abstractZh,
    abstractEn: achievement.abstractEn,
    keywords: achievement.keywords,
    fieldCode: achievement.fieldCode,
    category: achievement.category,
    ipcCodes: achievement.ipcCodes,
    trlLevel: achievement.trlLevel,
    rightsOffered: achievement.rightsOffered,
    priceMode: achievement.priceMode,
    askingPriceAmount: achievement.askingPriceAmount,
    regionCode: achievement.regionCode,
    publishedAt: achievement.publishedAt!.getTime(),
    isDemonstration: achievement.isDemonstration,
  };
  return { type: 'AchievementPublished', subjectId: achievement.id, data, by };
}
