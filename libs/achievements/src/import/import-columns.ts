import { Inject, Injectable, Optional } from '@nestjs/common';
import { isId, requireRole, type Viewer } from '@stx/platform';
import { columnsOf, RowFileError } from '@stx/row-files';
import { LIBRARY_ROLES } from '../achievement/achievements.service.js';
import { IMPORT_FIELDS, suggestColumns } from './import-fields.js';
import { UPLOAD_STORE, type UploadStore } from './upload-store.js';

/** Looks at the columns of an uploaded file before it is imported. */
@Injectable()
export class ImportColumns {
  constructor(@Inject(UPLOAD_STORE) @Optional() private readonly uploads: UploadStore | null) {}

  /** Null for unknown and foreign uploads, and for a file that cannot be read: its import says why. */
  async of(viewer: Viewer, uploadId: string) {
    requireRole(viewer, ...LIBRARY_ROLES);
    const upload = isId(uploadId) ? await this.uploads?.pathOf(uploadId, viewer) : null;
    if (!upload) return null;
    try {
      const columns = await columnsOf({ path: upload.path, name: upload.name });
      if (columns.length === 0) return null;
      const missing = IMPORT_FIELDS.filter(({ name, isRequired }) => isRequired && !columns.includes(name));
      return {
        fileName: upload.name,
        columns,
        fields: IMPORT_FIELDS,
        missing: missing.map(({ name }) => name),
        suggested: suggestColumns(columns),
      };
    } catch (error) {
      if (error instanceof RowFileError) return null;
      throw error;
    }
  }
}
