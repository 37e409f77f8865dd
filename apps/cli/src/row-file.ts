import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  failureMessage,
  parseMapping,
  readRows,
  RowFileError,
  type ColumnMapping,
  type RowResult,
} from '@stx/row-files';
import { say, UsageError } from './output.js';

/** Files on this machine may be larger than uploads: 200 MB. */
const MAX_BYTES = 200 * 1024 * 1024;

export interface RowFileOptions {
  mapping?: string;
}

type Rows = AsyncIterable<RowResult> & AsyncDisposable;

/**
 * Opens a file of rows and reads as far as its first row, by which time it is known whether the file can be used.
 * @throws UsageError saying in both languages what is wrong with the file
 */
export async function openRows(
  file: string,
  required: readonly string[],
  { mapping }: RowFileOptions,
): Promise<Rows> {
  const rows = readRows(
    { path: file, name: basename(file) },
    {
      maxBytes: MAX_BYTES,
      required,
      mapping: mapping === undefined ? undefined : readMapping(mapping),
      onEncoding: (encoding) => {
        if (encoding === 'gb18030') say(`${file}: read as GB18030 / 按 GB18030（GBK）编码读取`);
      },
    },
  );
  const first = await rows.next().catch((error: unknown) => {
    throw error instanceof RowFileError ? unusable(file, error) : error;
  });
  return {
    async *[Symbol.asyncIterator]() {
      if (!first.done) yield first.value;
      yield* rows;
    },
    [Symbol.asyncDispose]: async () => void (await rows.return(undefined)),
  };
}

function unusable(file: string, { code, params }: RowFileError): UsageError {
  const inBoth = [failureMessage(code, 'en', params), failureMessage(code, 'zh-CN', params)];
  return new UsageError(`${file}: ${inBoth.join(' / ')} (${code})`);
}

export function readMapping(file: string): ColumnMapping {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
  const mapping = parseMapping(text);
  if (!mapping)
    throw new UsageError(
      `${file}: not a JSON object such as {"title": "成果名称"} / 不是形如 {"title": "成果名称"} 的 JSON 对象`,
    );
  return mapping;
}
