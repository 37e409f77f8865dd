import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, log, newId, requireMember, type Viewer } from '@stx/platform';
import { mediaTypeOf } from './media-type.js';
import { refuse } from './refusals.js';
import { STORAGE, StorageDown, type OpenedFile, type Storage } from './storage/storage.js';

/** Largest upload, bytes (S30). */
export const MAX_UPLOAD = 20 * 1024 * 1024;

export interface StoredUpload {
  id: string;
  /** What the person called the file. */
  name: string;
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

/** Streams into `part`, no further than an upload may be. @throws Refused FILE_TOO_LARGE, FILE_EMPTY, FILE_TYPE */
async function receive(content: Readable, part: string, name: string) {
  const { stream, seen } = meter(MAX_UPLOAD);
  try {
    await pipeline(content, stream, createWriteStream(part, { mode: 0o600 }));
  } catch (error) {
    if (error instanceof RangeError) refuse('FILE_TOO_LARGE', { field: 'file', params: { max: 20 } });
    throw error;
  }
  if (seen.bytes === 0) refuse('FILE_EMPTY', { field: 'file' });
  const mediaType = (await mediaTypeOf(part, name)) ?? refuse('FILE_TYPE', { field: 'file' });
  return { bytes: seen.bytes, sha256: seen.sha256(), mediaType };
}

/** Files people bring in: stored under names of ours, typed by content, readable by their own organization. */
@Injectable()
export class Uploads {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** @throws Refused FILE_TOO_LARGE, FILE_EMPTY, FILE_TYPE, STORAGE_DOWN; nothing stays behind */
  async store(viewer: Viewer, name: string, content: Readable): Promise<StoredUpload> {
    const member = requireMember(viewer);
    return this.orDown(async () => {
      const id = newId();
      const part = join(await this.storage.staging(), `${id}.part`);
      try {
        const { bytes, sha256, mediaType } = await receive(content, part, name);
        const safeName = basename(name)
          .replace(/[^\p{L}\p{N}._ -]/gu, '_')
          .slice(-120);
        await this.storage.put(id, part); // first the file, then its row: a row always has its file
        await this.keep(id, () =>
          this.db.change(async () => {
            await this.db.query(
              `INSERT INTO upload (id, person_id, organization_id, name, media_type, size_bytes, sha256)
               VALUES ($1, $2, $3, $4, $5, $6, $7)`,
              [id, member.personId, member.organizationId, safeName, mediaType, bytes, sha256],
            );
            this.db.record({ type: 'FileUploaded', subjectId: id, data: { mediaType, bytes }, by: viewer });
          }),
        );
        return { id, name: safeName };
      } finally {
        await rm(part, { force: true });
      }
    });
  }

  /** An upload of the viewer's organization; null for unknown and foreign alike. */
  async find(id: string, viewer: Viewer): Promise<StoredUpload | null> {
    const [row] = await this.db.query<{ name: string }>(
      'SELECT name FROM upload WHERE id = $1 AND ($2 OR organization_id = $3)',
      [id, viewer.isSystem, viewer.organizationId],
    );
    return row ? { id, name: row.name } : null;
  }

  /** The same with its content, until it is closed. @throws Refused STORAGE_DOWN */
  async open(id: string, viewer: Viewer): Promise<(StoredUpload & OpenedFile) | null> {
    const upload = await this.find(id, viewer);
    const file = upload && (await this.orDown(() => this.storage.open(id)));
    return file ? { ...upload, ...file } : null;
  }

  /** Takes the file back when its row is refused. */
  private async keep(id: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.storage
        .delete(id)
        .catch((left: unknown) => log.error('file left behind', left, { domain: 'files', id }));
      throw error;
    }
  }

  private async orDown<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StorageDown)) throw error;
      log.error('file store down', error, { domain: 'files' });
      return refuse('STORAGE_DOWN', { field: 'file' });
    }
  }
}
