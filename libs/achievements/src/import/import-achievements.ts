import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, refuse, requireRole, type Viewer } from '@stx/platform';
import {
  advance,
  NO_PROGRESS,
  rowBatches,
  RowFileError,
  rowMessage,
  type ImportProgress,
  type ImportResult,
  type RowBatch,
  type RowResult,
} from '@stx/row-files';
import { LIBRARY_ROLES } from '../achievement/achievements.service.js';
import { checkRow, type CheckedRow } from './check-row.js';
import type { ImportJobEntity } from './import-job.entity.js';
import { ImportJobs } from './import-jobs.service.js';
import { ImportRecord } from './import-record.js';
import { WriteBatch } from './write-batch.js';

export interface ImportRequest {
  organizationId: string;
  /** An officer or inventor of the organization, or the command line of this machine. */
  by: Viewer;
  rows: AsyncIterable<RowResult>;
  /** Checks and counts, writes nothing at all. */
  dryRun?: boolean;
  fileName?: string;
  /** Called after each batch is committed. */
  onProgress?: (progress: ImportProgress) => void;
}

interface Task {
  organizationId: string;
  by: Viewer;
  rows: AsyncIterable<RowResult>;
  dryRun: boolean;
  /** Null: no trace is left. */
  jobId: string | null;
  from: ImportProgress;
  onBatch: (progress: ImportProgress, batch: RowBatch<CheckedRow>) => void;
}

/** Brings rows into a library: one change a batch, harmless when repeated, a bad row refuses that row only. */
@Injectable()
export class ImportAchievements {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(ImportJobs) private readonly jobs: ImportJobs,
    @Inject(ImportRecord) private readonly record: ImportRecord,
    @Inject(WriteBatch) private readonly writeBatch: WriteBatch,
  ) {}

  /** Reads `rows` to their end. @throws what `rows` throws; the batches before stay imported */
  async run(request: ImportRequest): Promise<ImportResult> {
    const { organizationId, by, rows, dryRun = false, fileName = '', onProgress } = request;
    if (!by.isSystem && requireRole(by, ...LIBRARY_ROLES).organizationId !== organizationId)
      refuse('NOT_ALLOWED');
    const opened = { organizationId, by, fileName, uploadId: null, isDryRun: false };
    const jobId = dryRun ? null : await this.jobs.open(opened);
    const errors: ImportResult['errors'] = [];
    const onBatch: Task['onBatch'] = (progress, batch) => {
      for (const { row, column, rule, params } of batch.refused) {
        errors.push({ row, column, rule, message: rowMessage(rule, by.language, params) });
      }
      onProgress?.(progress);
    };
    try {
      const task = { organizationId, by, rows, dryRun, jobId, from: NO_PROGRESS, onBatch };
      const { position: _, ...counts } = await this.work(task);
      return { ...counts, errors };
    } catch (error) {
      const [code, params] =
        error instanceof RowFileError ? [error.code, error.params] : ['IMPORT_BROKEN', {}];
      if (jobId) await this.record.fail(jobId, code, params);
      throw error;
    }
  }

  /** Goes on with an import from its stored place. @throws ImportOvertaken, and what `rows` throws */
  async resume(job: ImportJobEntity, by: Viewer, rows: AsyncIterable<RowResult>): Promise<void> {
    const { organizationId, isDryRun, id, position, read, created, updated, unchanged, refused } = job;
    const from = { position, read, created, updated, unchanged, refused };
    await this.work({
      organizationId,
      by,
      rows,
      dryRun: isDryRun,
      jobId: id,
      from,
      onBatch: () => undefined,
    });
  }

  private async work(task: Task): Promise<ImportProgress> {
    const { organizationId, by, rows, dryRun, jobId, from, onBatch } = task;
    const target = { organizationId, by, importJobId: dryRun ? null : jobId };
    let progress = from;
    for await (const batch of rowBatches(rows, checkRow, from.position)) {
      progress = await this.db.change(async () => {
        const written = await this.writeBatch.run(target, batch.accepted);
        const next = advance(progress, batch, written);
        if (jobId) await this.record.advance(jobId, progress.position, next, batch.refused);
        return next;
      });
      onBatch(progress, batch);
    }
    if (jobId) await this.record.finish(jobId, by, progress, dryRun);
    return progress;
  }
}
