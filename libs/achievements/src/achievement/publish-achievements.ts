import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  once,
  refuse as refusePlatform,
  requireRole,
  type Member,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import { Any } from 'typeorm';
import { refuse } from '../refusals.js';
import { AchievementEntity } from './achievement.entity.js';
import { publishedFact } from './published-fact.js';

export interface PublishAchievementsInput {
  requestId: string;
  ids?: string[] | null;
  importJobId?: string | null;
}

const MAX_IDS = 100;

const PUBLISH = `UPDATE achievement SET state = 'PUBLISHED', published_at = $2, confirmed_at = $2
                  WHERE organization_id = $1 AND state = 'DRAFT' AND`;

/** An officer makes drafts public, chosen or a whole import: one statement, one fact each. */
@Injectable()
export class PublishAchievements {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** @returns `{ count }` of drafts that became public, or the refusal; what was public before is not counted */
  async run(viewer: Viewer, input: PublishAchievementsInput): Promise<Reply | StoredRefusal> {
    const officer = requireRole(viewer, 'OFFICER');
    const request = { operation: 'publishAchievements', requestId: input.requestId, input };
    return once(this.db, officer, request, async () => {
      const { ids, importJobId } = input;
      if (Boolean(ids?.length) === Boolean(importJobId)) return refuse('PUBLISH_WHAT', { field: 'ids' });
      const published = importJobId
        ? await this.publishImport(officer, importJobId)
        : await this.publishChosen(officer, [...new Set(ids)]);
      const achievements = await this.db.repository(AchievementEntity).find({
        where: { id: Any(published) },
        order: { id: 'ASC' },
      });
      this.db.record(...achievements.map((achievement) => publishedFact(achievement, viewer)));
      return { count: achievements.length };
    });
  }

  private async publishChosen({ organizationId }: Member, ids: string[]): Promise<string[]> {
    if (ids.length > MAX_IDS) refuse('PUBLISH_TOO_MANY', { field: 'ids', params: { max: MAX_IDS } });
    const own = await this.db
      .repository(AchievementEntity)
      .countBy({ id: Any(ids.filter(isId)), organizationId });
    if (own !== ids.length) refusePlatform('NOT_FOUND', { field: 'ids' });
    return this.publish(`${PUBLISH} id = ANY ($3) RETURNING id`, [organizationId, new Date(), ids]);
  }

  private async publishImport({ organizationId }: Member, importJobId: string): Promise<string[]> {
    const [job] = await this.db.query<{ state: string }>(
      'SELECT state FROM import_job WHERE id = $1 AND organization_id = $2',
      [isId(importJobId) ? importJobId : null, organizationId],
    );
    if (!job) return refusePlatform('NOT_FOUND', { field: 'importJobId' });
    if (job.state === 'RUNNING') refuse('IMPORT_RUNNING', { field: 'importJobId' });
    return this.publish(`${PUBLISH} import_job_id = $3 RETURNING id`, [
      organizationId,
      new Date(),
      importJobId,
    ]);
  }

  private async publish(sql: string, parameters: unknown[]): Promise<string[]> {
    return (await this.db.query<{ id: string }>(sql, parameters)).map(({ id }) => id);
  }
}
