import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, systemViewer, type Viewer } from '@stx/platform';
import type { AchievementsImported, ImportFailed } from '@stx/contracts';
import type { ImportProgress, MessageParams, RowRefusal } from '@stx/row-files';

/** Somebody else runs the same import and is further; this run has nothing left to do. */
export class ImportOvertaken extends Error {}

/** After so many broken runs an import is given up. */
const MAX_TRIES = 8;

/** What is written of a running import. */
@Injectable()
export class ImportRecord {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /**
   * Moves the place of an import; called inside the change that writes the batch.
   * @throws ImportOvertaken when `from` is not where the import stands
   */
  async advance(id: string, from: number, to: ImportProgress, refused: RowRefusal[]): Promise<void> {
    const { position, read, created, updated, unchanged } = to;
    const moved = await this.db.query(
      `UPDATE import_job SET position = $3, read = $4, created = $5, updated = $6, unchanged = $7, refused = $8, tries = 0
        WHERE id = $1 AND position = $2 AND state = 'RUNNING' RETURNING 1`,
      [id, from, position, read, created, updated, unchanged, to.refused],
    );
    if (moved.length === 0) throw new ImportOvertaken();
    if (refused.length === 0) return;
    await this.db.query(
      `INSERT INTO import_error (import_job_id, row, "column", rule, params)
       SELECT $1, row, "column", rule, params
         FROM jsonb_to_recordset($2::jsonb) AS r(row int, "column" text, rule text, params jsonb)`,
      [id, JSON.stringify(refused)],
    );
  }

  /** Ends an import well, with one fact for all its batches. */
  async finish(
    id: string,
    by: Viewer,
    { created, updated, refused }: ImportProgress,
    isDryRun: boolean,
  ): Promise<void> {
    await this.db.change(async () => {
      const ended = await this.db.query(
        `UPDATE import_job SET state = 'FINISHED', finished_at = now() WHERE id = $1 AND state = 'RUNNING' RETURNING 1`,
        [id],
      );
      if (ended.length === 0 || isDryRun) return;
      const data: AchievementsImported = { importJobId: id, created, updated, refused };
      this.db.record({ type: 'AchievementsImported', subjectId: id, data, by });
    });
  }

  /** Ends an import that cannot go on; what it wrote stays. */
  async fail(id: string, failure: string, params: MessageParams = {}): Promise<void> {
    await this.db.change(async () => {
      const [job] = await this.db.query<Pick<Viewer, 'personId' | 'organizationId'>>(
        `UPDATE import_job SET state = 'FAILED', failure = $2, failure_params = $3, finished_at = now()
          WHERE id = $1 AND state = 'RUNNING' RETURNING person_id AS "personId", organization_id AS "organizationId"`,
        [id, failure, JSON.stringify(params)],
      );
      if (!job) return;
      const data: ImportFailed = { importJobId: id, failure };
      this.db.record({ type: 'ImportFailed', subjectId: id, data, by: { ...systemViewer, ...job } });
    });
  }

  /** Counts a run that broke off. True when the import is given up. */
  async countBreak(id: string): Promise<boolean> {
    const [job] = await this.db.query<{ tries: number }>(
      'UPDATE import_job SET tries = tries + 1 WHERE id = $1 RETURNING tries',
      [id],
    );
    if ((job?.tries ?? 0) < MAX_TRIES) return false;
    await this.fail(id, 'IMPORT_BROKEN');
    return true;
  }
}
