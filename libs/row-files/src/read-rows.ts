import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { applyMapping } from './apply-mapping.js';
import { detectFormat } from './detect-format.js';
import { readCsv } from './read-csv.js';
import { readNdjson } from './read-ndjson.js';
import { READ_DEFAULTS, type ReadLimits, type ReadRowsOptions } from './read-options.js';
import { readXlsx } from './read-xlsx.js';
import { RowFileError } from './row-file-error.js';
import type { RowResult, RowSource } from './row-result.js';

/**
 * Reads an uploaded NDJSON, CSV or XLSX file row by row. A bad row is yielded with its problem and reading goes
 * on; NDJSON and CSV need constant memory. Stopping early closes the file and ends the worker.
 * @throws RowFileError for the file as a whole, on the first `next()`: a file that is refused gives no row at all
 */
export async function* readRows(source: RowSource, options: ReadRowsOptions = {}): AsyncGenerator<RowResult> {
  const limits = withDefaults(options);
  await using file = await opened(source.path);
  const stat = await file.stat();
  if (!stat.isFile()) throw new RowFileError('FILE_NOT_A_FILE');
  const { size } = stat;
  if (size === 0) throw new RowFileError('FILE_EMPTY');
  if (size > limits.maxBytes) {
    throw new RowFileError('FILE_TOO_LARGE', { limit: 'BYTES', allowed: limits.maxBytes, found: size });
  }
  const { mapping } = limits;
  for await (const result of await readerFor(file, source.name, size, limits))
    yield mapping && result.values ? { ...result, values: applyMapping(result.values, mapping) } : result;
}

/** Not blocking, so that a pipe nobody writes to is refused and not waited for. */
async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new RowFileError('FILE_MISSING', {}, { cause });
    if (code === 'EACCES' || code === 'EPERM') throw new RowFileError('FILE_UNREADABLE', {}, { cause });
    if (code === 'EISDIR' || code === 'ENXIO') throw new RowFileError('FILE_NOT_A_FILE', {}, { cause });
    throw cause;
  }
}

async function readerFor(
  file: FileHandle,
  name: string,
  size: number,
  limits: ReadLimits,
): Promise<AsyncGenerator<RowResult>> {
  const format = await detectFormat(file, name);
  switch (format) {
    case 'NDJSON':
      return readNdjson(file, limits);
    case 'CSV':
      return readCsv(file, limits);
    case 'XLSX':
      return readXlsx(file, size, limits);
  }
}

/** A limit passed as undefined keeps its default. */
function withDefaults(options: ReadRowsOptions): ReadLimits {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { ...READ_DEFAULTS, ...given };
}
