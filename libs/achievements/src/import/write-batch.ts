import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, newId, nextRefs, type Viewer } from '@stx/platform';
import { Any } from 'typeorm';
import { draft, insertAchievements, updateAchievements } from '../achievement/achievement-rows.js';
import { AchievementEntity } from '../achievement/achievement.entity.js';
import { publishedFact } from '../achievement/published-fact.js';
import { IMPORTED, type CheckedRow } from './check-row.js';

export interface BatchTarget {
  organizationId: string;
  by: Viewer;
  /** Null for a trial run: nothing is written, the counts are the same. */
  importJobId: string | null;
}

interface StoredRow {
  id: string;
  sourceId: string;
  contentHash: string | null;
  state: string;
}

/**
 * Writes one batch of an import: new rows as drafts, changed rows over the old, unchanged rows not at all. Drafts belong
 * to the last import that named them, so that it can publish all its rows.
 */
@Injectable()
export class WriteBatch {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Called inside a change. */
  async run(target: BatchTarget, rows: CheckedRow[]) {
    const stored = await this.stored(target.organizationId, rows);
    const fresh = rows.filter((row) => !stored.has(row.sourceId));
    const changed = rows.flatMap((row) => {
      const earlier = stored.get(row.sourceId);
      return earlier && earlier.contentHash !== row.contentHash ? [{ ...row, ...identity(earlier) }] : [];
    });
    const { importJobId } = target;
    if (importJobId) {
      await this.insert(target, importJobId, fresh);
      await this.update(target.by, changed);
      await this.claimDrafts(importJobId, [...stored.values()]);
    }
    return {
      created: fresh.length,
      updated: changed.length,
      unchanged: rows.length - fresh.length - changed.length,
    };
  }

  /** Imports into one library take turns, so that two of them cannot both think a row is new. */
  private async stored(organizationId: string, rows: CheckedRow[]): Promise<Map<string, StoredRow>> {
    await this.db.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`stx.import.${organizationId}`]);
    const stored = await this.db.query<StoredRow>(
      `SELECT id, source_id AS "sourceId", content_hash AS "contentHash", state
         FROM achievement WHERE organization_id = $1 AND source_id = ANY ($2) FOR UPDATE`,
      [organizationId, rows.map(({ sourceId }) => sourceId)],
    );
    return new Map(stored.map((row) => [row.sourceId, row]));
  }

  private async insert(
    { organizationId }: BatchTarget,
    importJobId: string,
    rows: CheckedRow[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const refs = await nextRefs(this.db, 'A', rows.length);
    const drafts = rows.map((row, i) =>
      draft({ ...row, id: newId(), ref: refs[i]!, organizationId, importJobId }),
    );
    await insertAchievements(this.db, drafts);
  }

  /** What is public already is published again with its new text. */
  private async update(by: Viewer, rows: (CheckedRow & StoredRow)[]): Promise<void> {
    if (rows.length === 0) return;
    const confirmedAt = new Date();
    const values = rows.map((row) => ({ ...row, confirmedAt }));
    await updateAchievements(this.db, [...IMPORTED, 'contentHash', 'confirmedAt'], values);
    const published = rows.filter(({ state }) => state === 'PUBLISHED').map(({ id }) => id);
    if (published.length === 0) return;
    const achievements = await this.db.repository(AchievementEntity).find({
      where: { id: Any(published) },
      order: { id: 'ASC' },
    });
    this.db.record(...achievements.map((achievement) => publishedFact(achievement, by)));
  }

  private async claimDrafts(importJobId: string, stored: StoredRow[]): Promise<void> {
    const drafts = stored.filter(({ state }) => state === 'DRAFT').map(({ id }) => id);
    if (drafts.length === 0) return;
    await this.db.query(
      `UPDATE achievement SET import_job_id = $1 WHERE id = ANY ($2) AND import_job_id IS DISTINCT FROM $1`,
      [importJobId, drafts],
    );
  }
}

const identity = ({ id, state }: StoredRow) => ({ id, state });
