import { readRows } from './read-rows.js';
import type { RowSource } from './row-result.js';

/** In NDJSON each row may name other columns. */
const LOOKED_AT = 100;

/**
 * Column names as the first rows have them; empty when none of these rows can be read.
 * @throws RowFileError for a file that cannot be read
 */
export async function columnsOf(source: RowSource): Promise<string[]> {
  const names = new Set<string>();
  let looked = 0;
  for await (const { values = {} } of readRows(source)) {
    for (const name of Object.keys(values)) names.add(name);
    if (++looked === LOOKED_AT) break;
  }
  return [...names];
}
