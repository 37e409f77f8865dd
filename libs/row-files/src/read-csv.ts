import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { detectDelimiter } from './csv-delimiter.js';
import { detectEncoding } from './detect-encoding.js';
import { fileChunks } from './file-chunks.js';
import type { CsvEncoding, ReadLimits } from './read-options.js';
import { RowFileError } from './row-file-error.js';
import type { RowResult } from './row-result.js';
import { strictText } from './strict-text.js';
import { isBlankRow, tableHeader, tableRow, type TableHeader } from './table-header.js';

interface ParsedRecord {
  readonly record: string[];
  readonly info: Info;
}

const HEADER_BYTES = 64 * 1024;

/**
 * Comma, semicolon or tab separated text with a header row, in constant memory. A short row has too few cells to
 * be trusted and is refused. The file is read once to its end before the first row is handed over, so that a quote
 * that never closes leaves nothing half imported.
 */
export async function* readCsv(file: FileHandle, limits: ReadLimits): AsyncGenerator<RowResult> {
  const encoding = limits.encoding ?? (await detectEncoding(file));
  let last = 0;
  for await (const { row } of csvRows(file, encoding, limits)) last = row;
  if (last === 0) throw new RowFileError('FILE_EMPTY');
  limits.onEncoding?.(encoding);
  yield* csvRows(file, encoding, limits);
}

async function* csvRows(
  file: FileHandle,
  encoding: CsvEncoding,
  limits: ReadLimits,
): AsyncGenerator<RowResult> {
  const text = Readable.from(strictText(fileChunks(file), encoding));
  let parsedLines = 0;
  const parser = parse({
    delimiter: detectDelimiter(await firstText(file, encoding)),
    info: true,
    on_record: (cells, { lines }) => {
      parsedLines = lines;
      return cells;
    },
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.maxLineBytes,
  });
  text.on('error', (error) => parser.destroy(error));
  let header: TableHeader | undefined;
  let lastLine = 0;
  try {
    for await (const { record: cells, info } of text.pipe(parser) as AsyncIterable<ParsedRecord>) {
      const row = lastLine + 1;
      lastLine = info.lines;
      if (isBlankRow(cells)) continue;
      if (!header) {
        header = tableHeader(cells, limits);
        continue;
      }
      yield cells.length < header.length
        ? short(row, header.length, cells.length)
        : tableRow(header, cells, row);
    }
  } catch (error) {
    throw asFileError(error, parsedLines + 1);
  } finally {
    text.destroy();
    parser.destroy();
  }
}

function short(row: number, expected: number, found: number): RowResult {
  return { row, problem: { rule: 'FILE-COLUMNS', params: { expected, found } } };
}

/** The head of the file, decoded leniently because it may end inside a character. */
async function firstText(file: FileHandle, encoding: CsvEncoding): Promise<string> {
  const buffer = Buffer.alloc(HEADER_BYTES);
  const { bytesRead } = await file.read(buffer, 0, HEADER_BYTES, 0);
  return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
}

function asFileError(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const reason = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'QUOTE_NOT_CLOSED' : 'RECORD_TOO_LONG';
  return new RowFileError('FILE_FORMAT', { reason, row }, { cause: error });
}
