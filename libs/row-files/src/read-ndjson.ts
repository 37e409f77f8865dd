import type { FileHandle } from 'node:fs/promises';
import { fileChunks } from './file-chunks.js';
import type { ReadLimits } from './read-options.js';
import { RowFileError } from './row-file-error.js';
import type { RowResult, RowRule } from './row-result.js';
import { splitLines, type Line } from './split-lines.js';

/** Also drops a byte order mark. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** One JSON object a line, UTF-8. A bad line is refused alone; blank lines are skipped but counted. */
export async function* readNdjson(file: FileHandle, limits: ReadLimits): AsyncGenerator<RowResult> {
  let isEmpty = true;
  for await (const line of splitLines(fileChunks(file), limits.maxLineBytes)) {
    const result = parseLine(line, limits.maxLineBytes);
    if (!result) continue;
    isEmpty = false;
    yield result;
  }
  if (isEmpty) throw new RowFileError('FILE_EMPTY');
}

function parseLine(line: Line, maxLineBytes: number): RowResult | undefined {
  if (!line.bytes) return refuse(line.number, 'FILE-LINE-LENGTH', { maxLineBytes });
  let text: string;
  try {
    text = UTF8.decode(line.bytes);
  } catch {
    return refuse(line.number, 'FILE-ENCODING', { expected: 'UTF-8' });
  }
  if (text.trim() === '') return undefined;
  return parseObject(text, line.number);
}

function parseObject(text: string, row: number): RowResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(row, 'FILE-JSON', { reason: 'SYNTAX' });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(row, 'FILE-JSON', { reason: 'NOT_AN_OBJECT' });
  }
  return { row, values: value as Record<string, unknown> };
}

function refuse(row: number, rule: RowRule, params: Record<string, string | number>): RowResult {
  return { row, problem: { rule, params } };
}
