import type { FileHandle } from 'node:fs/promises';
import type { ReadLimits } from './read-options.js';
import { RowFileError } from './row-file-error.js';

/** One file inside a zip, as its central directory tells. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ENCRYPTED = 0x1;

/**
 * Reads the central directory (APPNOTE 6.3.10 §4.3.12) and refuses the file by what it declares, before anything
 * is unpacked. Zip64 is refused: a file within our limits never needs it.
 * @throws RowFileError FILE_ZIP_BOMB {limit}, FILE_FORMAT {reason}
 */
export async function readZipDirectory(
  file: FileHandle,
  fileBytes: number,
  limits: ReadLimits,
): Promise<ZipEntry[]> {
  const tail = await bytesAt(file, Math.max(0, fileBytes - END_BYTES - MAX_COMMENT_BYTES), fileBytes);
  const end = findEnd(tail);
  const count = tail.readUInt16LE(end + 10);
  const size = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (count === 0xffff || offset === 0xffffffff) throw broken('ZIP64');
  if (count > limits.maxZipEntries) {
    throw new RowFileError('FILE_ZIP_BOMB', {
      limit: 'ENTRIES',
      allowed: limits.maxZipEntries,
      found: count,
    });
  }
  if (offset + size > fileBytes) throw broken('DIRECTORY');
  const entries = parseEntries(await bytesAt(file, offset, offset + size), count);
  refuseBombs(entries, fileBytes, limits);
  return entries;
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw broken('NO_DIRECTORY');
}

function parseEntries(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw broken('DIRECTORY');
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = {
      name,
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    };
    if (directory.readUInt16LE(at + 8) & ENCRYPTED) throw broken('ENCRYPTED');
    if (entry.unpackedBytes === 0xffffffff || entry.packedBytes === 0xffffffff) throw broken('ZIP64');
    if (names.has(name)) throw broken('DUPLICATE_ENTRY');
    names.add(name);
    entries.push(entry);
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function refuseBombs(entries: readonly ZipEntry[], fileBytes: number, limits: ReadLimits): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > limits.maxUnpackedBytes) {
    throw new RowFileError('FILE_ZIP_BOMB', {
      limit: 'UNPACKED_BYTES',
      allowed: limits.maxUnpackedBytes,
      found: unpacked,
    });
  }
  // Against the file's own size, so that entries sharing their packed bytes gain nothing.
  const ratio = Math.ceil(unpacked / fileBytes);
  if (ratio > limits.maxZipRatio) {
    throw new RowFileError('FILE_ZIP_BOMB', { limit: 'RATIO', allowed: limits.maxZipRatio, found: ratio });
  }
}

/** Bytes `from` (included) to `to` (excluded). */
export async function bytesAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, to - from));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
  if (bytesRead < buffer.length) throw broken('TRUNCATED');
  return buffer;
}

function broken(reason: string): RowFileError {
  return new RowFileError('FILE_FORMAT', { reason, expected: 'XLSX' });
}
