import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { AchievementPublished } from '@stx/contracts';
import {
  DomainDatabase,
  Jobs,
  Projections,
  subscribe,
  tableProjection,
  type StoredFact,
  type Subscription,
} from '@stx/platform';

export interface AchievementForSale {
  achievementId: string;
  organizationId: string;
  titleZh: string | null;
  titleEn: string | null;
  fieldCode: string | null;
}

/** Keeps what bidding must know of published achievements: who holds them and what they are called. */
@Injectable()
export class NoteAchievementForSale implements OnModuleInit {
  private readonly subscription: Subscription = {
    name: 'bidding.note-achievement-for-sale',
    source: 'achievements',
    types: ['AchievementPublished', 'AchievementWithdrawn'],
    handle: async (facts) => {
      for (const fact of facts) await this.note(fact);
    },
  };

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Projections) private readonly projections: Projections,
  ) {}

  onModuleInit(): Promise<void> {
    this.projections.add(
      tableProjection(
        this.db,
        'bidding.achievements-for-sale',
        ['achievement_for_sale'],
        [this.subscription],
      ),
    );
    return subscribe(this.db, this.jobs, this.subscription);
  }

  /** Null for an unknown, unpublished or withdrawn achievement. */
  async find(achievementId: string): Promise<AchievementForSale | null> {
    const [row] = await this.db.query<AchievementForSale>(
      `SELECT achievement_id AS "achievementId", organization_id AS "organizationId", title_zh AS "titleZh",
              title_en AS "titleEn", field_code AS "fieldCode"
         FROM achievement_for_sale WHERE achievement_id = $1`,
      [achievementId],
    );
    return row ?? null;
  }

  private async note({ type, subjectId, data }: StoredFact): Promise<void> {
    if (type === 'AchievementWithdrawn') {
      await this.db.query('DELETE FROM achievement_for_sale WHERE achievement_id = $1', [subjectId]);
      return;
    }
    const { organizationId, titleZh, titleEn, fieldCode } = data as AchievementPublished;
    await this.db.query(
      `INSERT INTO achievement_for_sale VALUES ($1, $2, $3, $4, $5) ON CONFLICT (achievement_id) DO UPDATE
          SET organization_id = $2, title_zh = $3, title_en = $4, field_code = $5`,
      [subjectId, organizationId, titleZh, titleEn, fieldCode],
    );
  }
}
