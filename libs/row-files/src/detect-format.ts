import type { FileHandle } from 'node:fs/promises';
import { extname } from 'node:path';
import { RowFileError } from './row-file-error.js';

export type RowFormat = 'NDJSON' | 'CSV' | 'XLSX';

const BY_EXTENSION: Record<string, RowFormat> = {
  '.ndjson': 'NDJSON',
  '.jsonl': 'NDJSON',
  '.csv': 'CSV',
  '.tsv': 'CSV',
  '.xlsx': 'XLSX',
};
const SNIFFED_BYTES = 64 * 1024;

/**
 * The format on which extension and content agree.
 * @throws RowFileError FILE_FORMAT {expected, found} when they do not, FILE_ENCODING for UTF-16, FILE_EMPTY
 */
export async function detectFormat(file: FileHandle, name: string): Promise<RowFormat> {
  const extension = extname(name).toLowerCase();
  const expected = BY_EXTENSION[extension];
  if (!expected) {
    throw new RowFileError('FILE_FORMAT', { reason: 'EXTENSION', found: extension.slice(0, 12) });
  }
  const found = sniff(await firstBytes(file));
  const agrees =
    expected === 'XLSX'
      ? found === 'ZIP'
      : found === 'TEXT' || (expected === 'NDJSON' && found === 'JSON_LINE');
  if (!agrees) throw new RowFileError('FILE_FORMAT', { reason: 'CONTENT', expected, found });
  return expected;
}

async function firstBytes(file: FileHandle): Promise<Buffer> {
  const buffer = Buffer.alloc(SNIFFED_BYTES);
  const { bytesRead } = await file.read(buffer, 0, SNIFFED_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

function sniff(bytes: Buffer): string {
  const magic = bytes.toString('hex', 0, 8);
  if (magic.startsWith('504b0304') || magic.startsWith('504b0506')) return 'ZIP';
  if (magic.startsWith('d0cf11e0')) return 'XLS_OR_ENCRYPTED';
  if (magic.startsWith('25504446')) return 'PDF';
  if (/^(fffe|feff|00..00|..00..00)/.test(magic))
    throw new RowFileError('FILE_ENCODING', { found: 'UTF-16' });
  // In NDJSON a stray NUL spoils one line, not the file.
  if (bytes.includes(0) && !/^(efbbbf)?7b/.test(magic)) return 'BINARY';
  return sniffText(bytes);
}

function sniffText(bytes: Buffer): string {
  const text = bytes
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text === '') throw new RowFileError('FILE_EMPTY');
  if (/^<(!doctype|html|table|\?xml)/i.test(text)) return 'MARKUP';
  if (/^\[\s*\{/.test(text)) return 'JSON_ARRAY';
  return isJsonObject(text.split('\n', 1)[0] ?? '') ? 'JSON_LINE' : 'TEXT';
}

function isJsonObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
