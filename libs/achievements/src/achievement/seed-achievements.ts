import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, newId, nextRefs, type Viewer } from '@stx/platform';
import { draft, insertAchievements } from './achievement-rows.js';
import type { AchievementEntity } from './achievement.entity.js';
import { publishedFact } from './published-fact.js';

/** A full record of the demonstration catalogue; what is absent is not stated. */
export type SeedAchievement = Pick<AchievementEntity, 'organizationId'> & {
  kind?: string;
  titleZh?: string | null;
  titleEn?: string | null;
  summaryZh?: string | null;
  summaryEn?: string | null;
  abstractZh?: string | null;
  abstractEn?: string | null;
  keywords?: string[];
  fieldCode?: string | null;
  category?: string | null;
  ipcCodes?: string[];
  trlLevel?: number | null;
  maturityStage?: string | null;
  rightsOffered?: string[];
  priceMode?: string | null;
  /** Fen. */
  askingPriceAmount?: string | number | null;
  regionCode?: string | null;
  patentNo?: string | null;
  applicationNo?: string | null;
  expiresOn?: string | null;
};

/** Fills the demonstration library; called by the start of the exchange, reachable from no operation. */
@Injectable()
export class SeedAchievements {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Stores and publishes `rows` in one change. @returns their ids, in the order of `rows` */
  async run(rows: SeedAchievement[], viewer: Viewer): Promise<string[]> {
    if (rows.length === 0) return [];
    return this.db.change(async () => {
      const refs = await nextRefs(this.db, 'A', rows.length);
      const now = new Date();
      const achievements = rows.map((row, i) =>
        draft({
          ...published(row),
          id: newId(),
          ref: refs[i]!,
          organizationId: row.organizationId,
          kind: row.kind ?? 'PATENT',
          state: 'PUBLISHED',
          publishedAt: now,
          confirmedAt: now,
          isDemonstration: true,
        }),
      );
      await insertAchievements(this.db, achievements);
      this.db.record(...achievements.map((achievement) => publishedFact(achievement, viewer)));
      return achievements.map(({ id }) => id);
    });
  }
}

/** The known fields only: the catalogue's own keys are not ours. */
function published(row: SeedAchievement): Partial<AchievementEntity> {
  return {
    titleZh: row.titleZh ?? null,
    titleEn: row.titleEn ?? null,
    summaryZh: row.summaryZh ?? null,
    summaryEn: row.summaryEn ?? null,
    abstractZh: row.abstractZh ?? null,
    abstractEn: row.abstractEn ?? null,
    keywords: row.keywords ?? [],
    fieldCode: row.fieldCode ?? null,
    category: row.category ?? null,
    ipcCodes: row.ipcCodes ?? [],
    trlLevel: row.trlLevel ?? null,
    maturityStage: row.maturityStage ?? null,
    rightsOffered: row.rightsOffered ?? [],
    priceMode: row.priceMode ?? null,
    askingPriceAmount: row.askingPriceAmount ? String(row.askingPriceAmount) : null,
    regionCode: row.regionCode ?? null,
    patentNo: row.patentNo ?? null,
    applicationNo: row.applicationNo ?? null,
    expiresOn: row.expiresOn ?? null,
  };
}
