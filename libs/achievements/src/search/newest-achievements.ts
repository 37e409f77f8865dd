import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, toPage, type Page, placeAfter } from '@stx/platform';
import type { AchievementEntity } from '../achievement/achievement.entity.js';
import { Achievements } from '../achievement/achievements.service.js';
import { FACETS, type FacetName } from './achievement-document.js';

export type AchievementFilter = Partial<Record<FacetName, string[] | null>>;

/** What a facet filters by when PostgreSQL alone must answer; `$n` is the list of values. */
const CONDITIONS: Record<FacetName, string> = {
  kind: 'kind = ANY ($n)',
  fieldCode: 'field_code = ANY ($n)',
  category: 'category = ANY ($n)',
  rightsOffered: 'rights_offered && $n',
  priceMode: 'price_mode = ANY ($n)',
  regionCode: 'region_code = ANY ($n)',
  trlLevel: 'trl_level::text = ANY ($n)',
  language: "($n && ARRAY['zh'] AND title_zh IS NOT NULL OR $n && ARRAY['en'] AND title_en IS NOT NULL)",
  organizationId: 'organization_id::text = ANY ($n)',
};

/** The plain list that is shown while the search engine is down: filters hold, words and facets rest. */
@Injectable()
export class NewestAchievements {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Achievements) private readonly achievements: Achievements,
  ) {}

  async page(
    filter: AchievementFilter,
    size: number,
    after?: string | null,
  ): Promise<Page<AchievementEntity>> {
    const [lastAt, lastId] = placeAfter(after);
    const parameters: unknown[] = FACETS.map((name) => (filter[name]?.length ? filter[name] : null));
    const conditions = FACETS.map((name, i) => {
      const value = `$${i + 1}::text[]`;
      return `(${value} IS NULL OR ${CONDITIONS[name].replaceAll('$n', value)})`;
    });
    const where = `state = 'PUBLISHED' AND ${conditions.join(' AND ')}`;
    const [count] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM achievement WHERE ${where}`,
      parameters,
    );
    const [at, id, limit] = [1, 2, 3].map((i) => `$${parameters.length + i}`);
    const rows = await this.db.query<{ id: string }>(
      `SELECT id FROM achievement WHERE ${where}
          AND (${at}::timestamptz IS NULL OR (published_at, id) < (${at}, ${id}::uuid))
        ORDER BY published_at DESC, id DESC LIMIT ${limit}`,
      [...parameters, lastAt, lastId, size + 1],
    );
    const achievements = await this.achievements.published(rows.map((row) => row.id));
    return toPage(achievements, size, count!.n, (row) => [row.publishedAt!.toISOString(), row.id]);
  }
}
