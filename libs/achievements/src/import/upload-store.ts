import type { Viewer } from '@stx/platform';

/** Where the application keeps uploaded files; it provides one under `UPLOAD_STORE`. */
export interface UploadStore {
  /** Null for unknown and foreign uploads alike. `name` is what the person called the file. */
  pathOf(uploadId: string, viewer: Viewer): Promise<{ path: string; name: string } | null>;
}

export const UPLOAD_STORE = Symbol('upload store');
