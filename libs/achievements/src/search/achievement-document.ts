import type { IndexDefinition, SearchDocument } from '@stx/search';
import type { AchievementEntity } from '../achievement/achievement.entity.js';

/** Facets that people filter by; the names are those of the GraphQL filter. */
export const FACETS = [
  'kind',
  'fieldCode',
  'category',
  'rightsOffered',
  'priceMode',
  'regionCode',
  'trlLevel',
  'language',
  'organizationId',
] as const;
export type FacetName = (typeof FACETS)[number];

/** `matching` reads this index by name. */
export const ACHIEVEMENT_INDEX: IndexDefinition = {
  name: 'achievements',
  facets: [...FACETS],
  numbers: ['askingPrice'],
};

/** Separates the languages of one field: titles and summaries never hold it themselves. */
export const LANGUAGE_BREAK = '\n';

/** A document that the engine refuses would hold up all behind it, so odd characters go. */
const one = (value: string | number | null): string[] => {
  const text = String(value ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  return text === '' ? [] : [text];
};
const both = (zh: string | null, en: string | null): string =>
  [zh, en].filter((text) => text !== null).join(LANGUAGE_BREAK);

/** What may be found of a published achievement: published fields only (S21). */
export function toSearchDocument(achievement: AchievementEntity): SearchDocument {
  const { titleZh, titleEn, summaryZh, summaryEn, abstractZh, abstractEn } = achievement;
  return {
    id: achievement.id,
    lang: titleZh ? 'zh' : 'en',
    texts: {
      title: both(titleZh, titleEn),
      keywords: achievement.keywords.join('; '),
      summary: both(summaryZh, summaryEn),
      body: both(abstractZh, abstractEn),
    },
    facets: {
      kind: [achievement.kind],
      fieldCode: one(achievement.fieldCode),
      category: one(achievement.category),
      rightsOffered: achievement.rightsOffered,
      priceMode: one(achievement.priceMode),
      regionCode: one(achievement.regionCode),
      trlLevel: one(achievement.trlLevel),
      language: [...(titleZh ? ['zh'] : []), ...(titleEn ? ['en'] : [])],
      organizationId: [achievement.organizationId],
    },
    numbers: achievement.askingPriceAmount ? { askingPrice: Number(achievement.askingPriceAmount) } : {},
    publishedAt: achievement.publishedAt!.getTime(),
  };
}
