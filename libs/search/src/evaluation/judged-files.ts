import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Grades } from './metrics.js';

export type JsonRow = Record<string, unknown> & { id: string };

/** The lines of a UTF-8 file, unpacked when its name ends in `.gz`; empty lines are left out. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const raw = createReadStream(path);
  const input: Readable = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  raw.once('error', (error) => input.destroy(error));
  for await (const line of createInterface({ input, crlfDelay: Infinity })) if (line !== '') yield line;
}

/** One JSON object a line. @throws SyntaxError with the line's number */
export async function* readRows(path: string): AsyncGenerator<JsonRow> {
  let number = 0;
  for await (const line of readLines(path)) {
    number++;
    try {
      yield JSON.parse(line) as JsonRow;
    } catch (cause) {
      throw new SyntaxError(`${path}:${number} is not JSON`, { cause });
    }
  }
}

/**
 * `query_id, doc_id, grade`, tab-separated with a header line → grades by query.
 * @param leastGrade a grade below it counts as not relevant
 */
export async function readJudgements(path: string, leastGrade = 1): Promise<Map<string, Grades>> {
  const judgements = new Map<string, Map<string, number>>();
  let header = true;
  for await (const line of readLines(path)) {
    if (header) {
      header = false;
      continue;
    }
    const [query, document, grade] = line.split('\t');
    if (query === undefined || document === undefined || !Number.isFinite(Number(grade))) {
      throw new SyntaxError(`${path}: not a judgement: ${line}`);
    }
    const grades = judgements.get(query) ?? new Map<string, number>();
    grades.set(document, Number(grade) >= leastGrade ? Number(grade) : 0);
    judgements.set(query, grades);
  }
  return judgements;
}
