import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  Jobs,
  once,
  requireRole,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import type { ColumnMapping } from '@stx/row-files';
import { LIBRARY_ROLES } from '../achievement/achievements.service.js';
import { refuse } from '../refusals.js';
import { IMPORT_FIELDS } from './import-fields.js';
import { ImportJobs } from './import-jobs.service.js';
import { UPLOAD_STORE, type UploadStore } from './upload-store.js';

export interface ImportAchievementsInput {
  requestId: string;
  uploadId: string;
  dryRun?: boolean | null;
  mapping?: { field: string; column: string }[] | null;
}

export const IMPORT_TASK = 'achievements.import';
export const importKey = (jobId: string) => `${IMPORT_TASK}:${jobId}`;

/** An officer or inventor hands an uploaded file to the import, which runs in the background. */
@Injectable()
export class StartImport {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(ImportJobs) private readonly imports: ImportJobs,
    @Inject(UPLOAD_STORE) @Optional() private readonly uploads: UploadStore | null,
  ) {}

  /** @returns `{ id }` of the import job, or the refusal */
  async run(viewer: Viewer, input: ImportAchievementsInput): Promise<Reply | StoredRefusal> {
    const member = requireRole(viewer, ...LIBRARY_ROLES);
    const request = { operation: 'importAchievements', requestId: input.requestId, input };
    return once(this.db, member, request, async () => {
      const { uploadId, dryRun, mapping } = input;
      const upload = isId(uploadId) ? await this.uploads?.pathOf(uploadId, viewer) : null;
      if (!upload) return refuse('UPLOAD_UNKNOWN', { field: 'uploadId' });
      const id = await this.imports.open({
        organizationId: member.organizationId,
        by: viewer,
        fileName: upload.name,
        uploadId,
        isDryRun: dryRun ?? false,
        mapping: mapping?.length ? toMapping(mapping) : null,
      });
      await this.jobs.add(this.db, IMPORT_TASK, { id }, importKey(id));
      return { id };
    });
  }
}

/** Fields that nobody knows would only hide a column. */
function toMapping(entries: { field: string; column: string }[]): ColumnMapping {
  const known = new Set(IMPORT_FIELDS.map(({ name }) => name));
  const stranger = entries.find(({ field }) => !known.has(field));
  if (stranger)
    refuse('IMPORT_FIELD_UNKNOWN', { field: 'mapping', params: { name: stranger.field.slice(0, 40) } });
  return Object.fromEntries(entries.map(({ field, column }) => [field, column]));
}
