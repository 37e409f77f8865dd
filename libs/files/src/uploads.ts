import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  newId,
  PLATFORM_OPTIONS,
  requireMember,
  type PlatformOptions,
  type Viewer,
} from '@stx/platform';
import { mediaTypeOf } from './media-type.js';
import { refuse } from './refusals.js';

/** Largest upload, bytes (S30). */
export const MAX_UPLOAD = 20 * 1024 * 1024;

export interface StoredUpload {
  id: string;
  name: string;
  path: string;
}

/** Counts and hashes what passes; stops at the cap, so a lying length costs nothing. */
function meter(max: number) {
  const hash = createHash('sha256');
  const seen = { bytes: 0, sha256: () => hash.digest('hex') };
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      seen.bytes += chunk.length;
      hash.update(chunk);
      done(seen.bytes > max ? new RangeError('too large') : null, chunk);
    },
  });
  return { stream, seen };
}

/** Files people bring in: stored under names of ours, typed by content, readable by their own organization. */
@Injectable()
export class Uploads {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions,
  ) {}

  /** @throws Refused FILE_TOO_LARGE, FILE_EMPTY, FILE_TYPE; nothing stays behind */
  async store(viewer: Viewer, name: string, content: Readable): Promise<StoredUpload> {
    const member = requireMember(viewer);
    const folder = this.folder();
    await mkdir(folder, { recursive: true });
    const id = newId();
    const part = join(folder, `${id}.part`);
    const { stream, seen } = meter(MAX_UPLOAD);
    try {
      await pipeline(content, stream, createWriteStream(part, { mode: 0o600 }));
      if (seen.bytes === 0) refuse('FILE_EMPTY', { field: 'file' });
      const mediaType = (await mediaTypeOf(part, name)) ?? refuse('FILE_TYPE', { field: 'file' });
      const safeName = basename(name)
        .replace(/[^\p{L}\p{N}._ -]/gu, '_')
        .slice(-120);
      await this.db.change(async () => {
        await this.db.query(
          `INSERT INTO upload (id, person_id, organization_id, name, media_type, size_bytes, sha256)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [id, member.personId, member.organizationId, safeName, mediaType, seen.bytes, seen.sha256()],
        );
        this.db.record({
          type: 'FileUploaded',
          subjectId: id,
          data: { mediaType, bytes: seen.bytes },
          by: viewer,
        });
      });
      await rename(part, this.pathAt(id));
      return { id, name: safeName, path: this.pathAt(id) };
    } catch (error) {
      await rm(part, { force: true });
      if (error instanceof RangeError) refuse('FILE_TOO_LARGE', { field: 'file', params: { max: 20 } });
      throw error;
    }
  }

  /** Where an upload of the viewer's organization lies; null for unknown and foreign alike. */
  async pathOf(id: string, viewer: Viewer): Promise<StoredUpload | null> {
    const [row] = await this.db.query<{ name: string }>(
      'SELECT name FROM upload WHERE id = $1 AND ($2 OR organization_id = $3)',
      [id, viewer.isSystem, viewer.organizationId],
    );
    return row ? { id, name: row.name, path: this.pathAt(id) } : null;
  }

  private folder(): string {
    const { STX_STORAGE, STX_DATA_DIR } = this.options.config;
    return STX_STORAGE ? fileURLToPath(STX_STORAGE) : join(STX_DATA_DIR, 'uploads');
  }

  private readonly pathAt = (id: string) => join(this.folder(), id);
}
