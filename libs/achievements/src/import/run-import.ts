import { Inject, Injectable, Optional, type OnApplicationBootstrap } from '@nestjs/common';
import { DomainDatabase, Jobs, log, type Viewer } from '@stx/platform';
import { readRows, RowFileError } from '@stx/row-files';
import { ImportAchievements } from './import-achievements.js';
import { REQUIRED_COLUMNS } from './check-row.js';
import type { ImportJobEntity } from './import-job.entity.js';
import { ImportJobs } from './import-jobs.service.js';
import { ImportOvertaken, ImportRecord } from './import-record.js';
import { IMPORT_TASK, importKey } from './start-import.js';
import { UPLOAD_STORE, type UploadStore } from './upload-store.js';

/** Runs imports in the background, from where a crash left them. */
@Injectable()
export class RunImport implements OnApplicationBootstrap {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(ImportJobs) private readonly imports: ImportJobs,
    @Inject(ImportRecord) private readonly record: ImportRecord,
    @Inject(ImportAchievements) private readonly importAchievements: ImportAchievements,
    @Inject(UPLOAD_STORE) @Optional() private readonly uploads: UploadStore | null,
  ) {}

  /** A job that a killed process held stays locked for hours, so whatever was running is queued again. */
  async onApplicationBootstrap(): Promise<void> {
    this.jobs.handle(IMPORT_TASK, ({ id }) => this.run(id!));
    for (const { id, uploadId } of await this.imports.running()) {
      if (uploadId) await this.jobs.add(this.db, IMPORT_TASK, { id }, importKey(id));
    }
  }

  async run(id: string): Promise<void> {
    const job = await this.imports.load(id);
    if (job?.state !== 'RUNNING') return;
    try {
      await this.work(job);
    } catch (error) {
      if (error instanceof ImportOvertaken) return;
      if (error instanceof RowFileError) return this.record.fail(id, error.code, error.params);
      if (!(await this.record.countBreak(id))) throw error;
      log.error('import given up', error, { job: IMPORT_TASK, id });
    }
  }

  private async work(job: ImportJobEntity): Promise<void> {
    const by = importerOf(job);
    const upload = await this.uploads?.pathOf(job.uploadId!, by);
    if (!upload) return this.record.fail(job.id, 'FILE_GONE');
    const rows = readRows(
      { path: upload.path, name: upload.name },
      {
        required: REQUIRED_COLUMNS,
        ...(job.mapping && { mapping: job.mapping }),
      },
    );
    await this.importAchievements.resume(job, by, rows);
  }
}

/** The person who started the import, for the journal and the upload store; a job carries no roles. */
const importerOf = ({ personId, organizationId, language }: ImportJobEntity): Viewer => ({
  personId,
  organizationId,
  roles: [],
  language,
  isSystem: false,
});
