import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  hasRole,
  isId,
  pageSize,
  requireRole,
  toPage,
  type Page,
  type Viewer,
} from '@stx/platform';
import { Any } from 'typeorm';
import { AchievementEntity, type AchievementState } from './achievement.entity.js';
import { idAfter } from './cursor-keys.js';

/** Roles that work in the library of their organization. */
export const LIBRARY_ROLES = ['OFFICER', 'INVENTOR'] as const;

export interface MineQuery {
  state?: AchievementState | null;
  first: number;
  after?: string | null;
}

/** Reading achievements. Drafts and withdrawn records exist for the library of their own organization only. */
@Injectable()
export class Achievements {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Null for withheld and unknown alike. */
  async byRef(viewer: Viewer, ref: string): Promise<AchievementEntity | null> {
    const achievement = await this.db.repository(AchievementEntity).findOneBy({ ref });
    return achievement && isVisible(achievement, viewer) ? achievement : null;
  }

  /** Those of `ids` that the viewer may see, in no particular order. */
  async visible(viewer: Viewer, ids: readonly string[]): Promise<AchievementEntity[]> {
    const found = await this.db.repository(AchievementEntity).findBy({ id: Any(ids.filter(isId)) });
    return found.filter((achievement) => isVisible(achievement, viewer));
  }

  /** Those of `ids` that are published, in the order of `ids`. */
  async published(ids: readonly string[]): Promise<AchievementEntity[]> {
    const found = await this.db
      .repository(AchievementEntity)
      .findBy({ id: Any(ids.filter(isId)), state: 'PUBLISHED' });
    const byId = new Map(found.map((achievement) => [achievement.id, achievement]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The library of the viewer's organization, newest first: ids are ordered by time. */
  async mine(viewer: Viewer, { state, first, after }: MineQuery): Promise<Page<AchievementEntity>> {
    const { organizationId } = requireRole(viewer, ...LIBRARY_ROLES);
    const size = pageSize(first);
    const last = idAfter(after);
    const where = 'organization_id = $1 AND ($2::text IS NULL OR state = $2)';
    const [count] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM achievement WHERE ${where}`,
      [organizationId, state ?? null],
    );
    const rows = await this.db.query<{ id: string }>(
      `SELECT id FROM achievement WHERE ${where} AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
      [organizationId, state ?? null, last, size + 1],
    );
    const loaded = await this.visible(
      viewer,
      rows.map((row) => row.id),
    );
    const byId = new Map(loaded.map((achievement) => [achievement.id, achievement]));
    const achievements = rows.map((row) => byId.get(row.id)!);
    return toPage(achievements, size, count!.n, (achievement) => [achievement.id]);
  }
}

/** Published, or of the library that the viewer works in. */
function isVisible(achievement: AchievementEntity, viewer: Viewer): boolean {
  if (achievement.state === 'PUBLISHED') return true;
  return hasRole(viewer, ...LIBRARY_ROLES) && viewer.organizationId === achievement.organizationId;
}
