import type { FileHandle } from 'node:fs/promises';
import { fileChunks } from './file-chunks.js';
import type { CsvEncoding } from './read-options.js';
import { RowFileError } from './row-file-error.js';
import { strictText } from './strict-text.js';

/** Share of characters outside GB 2312 above which text that is also valid Big5 counts as ambiguous. */
const AMBIGUOUS_SHARE = 0.2;

/**
 * Decodes the whole file strictly, in pieces: UTF-8 first, then GB18030. Nearly all Big5 bytes are also valid
 * GB18030 and would come out as nonsense, so text that is valid in both and uses many rare characters is refused
 * rather than guessed.
 * @throws RowFileError FILE_ENCODING {found}
 */
export async function detectEncoding(file: FileHandle): Promise<CsvEncoding> {
  if (await decodes(file, 'utf-8')) return 'utf-8';
  if (!(await decodes(file, 'gb18030'))) throw new RowFileError('FILE_ENCODING', { found: 'UNKNOWN' });
  if ((await rareShare(file)) > AMBIGUOUS_SHARE && (await decodes(file, 'big5'))) {
    throw new RowFileError('FILE_ENCODING', { found: 'BIG5_OR_GB18030' });
  }
  return 'gb18030';
}

async function decodes(file: FileHandle, encoding: CsvEncoding): Promise<boolean> {
  try {
    for await (const text of strictText(fileChunks(file), encoding)) void text;
    return true;
  } catch (error) {
    if (error instanceof RowFileError) return false;
    throw error;
  }
}

/** Share of two-byte characters whose second byte lies below GB 2312's. */
async function rareShare(file: FileHandle): Promise<number> {
  let lead = false;
  let all = 0;
  let rare = 0;
  for await (const chunk of fileChunks(file)) {
    for (const byte of chunk) {
      if (!lead) {
        lead = byte > 0x80;
        continue;
      }
      lead = false;
      all += 1;
      if (byte < 0xa1) rare += 1;
    }
  }
  return all === 0 ? 0 : rare / all;
}
