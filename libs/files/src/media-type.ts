import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What an extension must turn out to be; text has no signature of its own. */
const EXPECTED: Record<string, { mediaType: string; isText: boolean }> = {
  '.ndjson': { mediaType: 'application/x-ndjson', isText: true },
  '.csv': { mediaType: 'text/csv', isText: true },
  '.xlsx': { mediaType: XLSX, isText: false },
  '.pdf': { mediaType: 'application/pdf', isText: false },
  '.png': { mediaType: 'image/png', isText: false },
  '.jpg': { mediaType: 'image/jpeg', isText: false },
};

/** The media type when content and extension agree, else null. */
export async function mediaTypeOf(path: string, name: string): Promise<string | null> {
  const expected = EXPECTED[extname(name).toLowerCase()];
  if (!expected) return null;
  const found = await fileTypeFromFile(path);
  if (expected.isText) return found ? null : expected.mediaType;
  return found?.mime === expected.mediaType ? expected.mediaType : null;
}
