import type { CsvEncoding } from './read-options.js';
import { RowFileError } from './row-file-error.js';

/**
 * Decodes bytes piece by piece; a byte order mark is dropped.
 * @throws RowFileError FILE_ENCODING {expected} at the first byte that does not belong
 */
export async function* strictText(
  chunks: AsyncIterable<Buffer>,
  encoding: CsvEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new RowFileError('FILE_ENCODING', { expected: encoding }, { cause });
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}
