import type { Viewer } from '@stx/platform';

/** Where the application keeps uploaded files; it provides one under `UPLOAD_STORE`. */
export interface UploadStore {
  /** Null for unknown and foreign uploads alike. `name` is what the person called the file. */
  find(uploadId: string, viewer: Viewer): Promise<{ name: string } | null>;
  /** The same with its content, a file of this machine until it is closed. */
  open(
    uploadId: string,
    viewer: Viewer,
  ): Promise<{ path: string; name: string; close(): Promise<void> } | null>;
}

export const UPLOAD_STORE = Symbol('upload store');
