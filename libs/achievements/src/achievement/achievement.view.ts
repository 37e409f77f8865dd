import { toMoney } from '@stx/platform';
import type { AchievementEntity } from './achievement.entity.js';

const bilingual = (zh: string | null, en: string | null) => (zh || en ? { zh, en } : null);

/** The GraphQL face of an achievement that the viewer may see. */
export function toAchievement(achievement: AchievementEntity) {
  return {
    __typename: 'Achievement' as const,
    id: achievement.id,
    ref: achievement.ref,
    state: achievement.state,
    kind: achievement.kind,
    title: { zh: achievement.titleZh, en: achievement.titleEn },
    summary: bilingual(achievement.summaryZh, achievement.summaryEn),
    abstract: bilingual(achievement.abstractZh, achievement.abstractEn),
    keywords: achievement.keywords,
    fieldCode: achievement.fieldCode,
    category: achievement.category,
    ipcCodes: achievement.ipcCodes,
    trlLevel: achievement.trlLevel,
    maturityStage: achievement.maturityStage,
    rightsOffered: achievement.rightsOffered,
    priceMode: achievement.priceMode,
    askingPrice: achievement.askingPriceAmount ? toMoney(achievement.askingPriceAmount) : null,
    regionCode: achievement.regionCode,
    patentNo: achievement.patentNo,
    applicationNo: achievement.applicationNo,
    expiresOn: achievement.expiresOn,
    organization: { __typename: 'Organization' as const, id: achievement.organizationId },
    sourceId: achievement.sourceId,
    sourceUrl: achievement.sourceUrl,
    confirmedAt: achievement.confirmedAt?.toISOString() ?? null,
    publishedAt: achievement.publishedAt?.toISOString() ?? null,
    isDemonstration: achievement.isDemonstration,
  };
}
