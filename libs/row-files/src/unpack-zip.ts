import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { RowFileError } from './row-file-error.js';
import { bytesAt, type ZipEntry } from './zip-directory.js';

export interface UnpackedEntry {
  readonly name: string;
  readonly data: Uint8Array;
}

const inflate = promisify(inflateRaw);
const HEADER_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks the given entries by the central directory alone, off the main thread. An entry that unpacks to another
 * size than declared is a lie about size, so it counts as a bomb.
 * @throws RowFileError FILE_ZIP_BOMB, FILE_FORMAT
 */
export async function unpackEntries(
  file: FileHandle,
  entries: readonly ZipEntry[],
): Promise<UnpackedEntry[]> {
  const unpacked: UnpackedEntry[] = [];
  for (const entry of entries) unpacked.push({ name: entry.name, data: await unpack(file, entry) });
  return unpacked;
}

async function unpack(file: FileHandle, entry: ZipEntry): Promise<Uint8Array> {
  const header = await bytesAt(file, entry.headerOffset, entry.headerOffset + 30);
  if (header.readUInt32LE(0) !== HEADER_SIGNATURE) throw damaged();
  const start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await bytesAt(file, start, start + entry.packedBytes);
  const data = await expand(packed, entry);
  if (data.length !== entry.unpackedBytes) throw liar();
  // A copy with its own memory, which can be handed to the worker without copying again.
  return Uint8Array.from(data);
}

async function expand(packed: Buffer, entry: ZipEntry): Promise<Buffer> {
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw damaged();
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? liar() : damaged();
  }
}

function liar(): RowFileError {
  return new RowFileError('FILE_ZIP_BOMB', { limit: 'DECLARED_SIZE' });
}

function damaged(): RowFileError {
  return new RowFileError('FILE_FORMAT', { reason: 'DAMAGED', expected: 'XLSX' });
}
