import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  newId,
  nextRefs,
  once,
  optionalText,
  parseAmount,
  refuse as refusePlatform,
  requireRole,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import { refuse } from '../refusals.js';
import { draft, insertAchievements } from './achievement-rows.js';
import type { AchievementEntity } from './achievement.entity.js';
import { LIBRARY_ROLES } from './achievements.service.js';

export interface CreateAchievementInput {
  requestId: string;
  kind: string;
  titleZh?: string | null;
  titleEn?: string | null;
  summaryZh?: string | null;
  summaryEn?: string | null;
  abstractZh?: string | null;
  abstractEn?: string | null;
  keywords?: string[] | null;
  fieldCode?: string | null;
  trlLevel?: number | null;
  rightsOffered?: string[] | null;
  priceMode?: string | null;
  askingPriceAmount?: string | null;
  regionCode?: string | null;
}

const MAX_KEYWORDS = 30;

/** An officer or inventor writes a draft into the library of the organization; nobody else sees it yet. */
@Injectable()
export class CreateAchievement {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** @returns `{ id }` of the draft, or the refusal */
  async run(viewer: Viewer, input: CreateAchievementInput): Promise<Reply | StoredRefusal> {
    const { organizationId } = requireRole(viewer, ...LIBRARY_ROLES);
    const request = { operation: 'createAchievement', requestId: input.requestId, input };
    return once(this.db, viewer, request, async () => {
      const stated = checked(input);
      const [ref] = await nextRefs(this.db, 'A');
      const achievement = draft({ ...stated, id: newId(), ref: ref!, organizationId, kind: input.kind });
      await insertAchievements(this.db, [achievement]);
      // no text of a draft: every domain may read the journal
      this.db.record({
        type: 'AchievementCreated',
        subjectId: achievement.id,
        data: { ref: ref! },
        by: viewer,
      });
      return { id: achievement.id };
    });
  }
}

/** The draft as it will be stored. @throws Refused naming the first field at fault */
function checked(input: CreateAchievementInput): Partial<AchievementEntity> {
  const titleZh = oneLine(input.titleZh, 'titleZh', 300);
  const titleEn = oneLine(input.titleEn, 'titleEn', 300);
  if (!titleZh && !titleEn) refuse('ACHIEVEMENT_TITLE_REQUIRED', { field: 'titleZh' });
  const trlLevel = input.trlLevel ?? null;
  if (trlLevel !== null && (trlLevel < 1 || trlLevel > 9)) refuse('ACHIEVEMENT_TRL', { field: 'trlLevel' });
  const amount = input.askingPriceAmount ? parseAmount(input.askingPriceAmount) : null;
  if (input.askingPriceAmount && !amount) refusePlatform('BAD_AMOUNT', { field: 'askingPriceAmount' });
  if (input.priceMode === 'LISTED' && !amount) {
    refuse('ACHIEVEMENT_PRICE_REQUIRED', { field: 'askingPriceAmount' });
  }
  return {
    titleZh,
    titleEn,
    summaryZh: oneLine(input.summaryZh, 'summaryZh', 120),
    summaryEn: oneLine(input.summaryEn, 'summaryEn', 120),
    abstractZh: optionalText(input.abstractZh, 'abstractZh', 20_000),
    abstractEn: optionalText(input.abstractEn, 'abstractEn', 20_000),
    keywords: keywordsOf(input.keywords ?? []),
    fieldCode: optionalText(input.fieldCode, 'fieldCode', 40),
    trlLevel,
    rightsOffered: [...new Set(input.rightsOffered ?? [])],
    priceMode: input.priceMode ?? null,
    askingPriceAmount: amount?.toString() ?? null,
    regionCode: optionalText(input.regionCode, 'regionCode', 6),
  };
}

/** Titles and summaries are one line each, however they were pasted. */
const oneLine = (value: string | null | undefined, field: string, max: number): string | null =>
  optionalText(value?.replace(/\s+/g, ' '), field, max);

function keywordsOf(given: string[]): string[] {
  if (given.length > MAX_KEYWORDS) {
    refuse('ACHIEVEMENT_KEYWORDS', { field: 'keywords', params: { max: MAX_KEYWORDS } });
  }
  const keywords = given.map((keyword) => optionalText(keyword, 'keywords', 100));
  return [...new Set(keywords.filter((keyword) => keyword !== null))];
}
