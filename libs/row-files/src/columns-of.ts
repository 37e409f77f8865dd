import { readRows } from './read-rows.js';
import type { RowSource } from './row-result.js';

/** Rows that are looked at for a good one. */
const LOOKED_AT = 100;

/**
 * Column names of a table, or the names in the first good row of NDJSON; empty when there is no good row.
 * @throws RowFileError for a file that cannot be read
 */
export async function columnsOf(source: RowSource): Promise<string[]> {
  let looked = 0;
  for await (const { values } of readRows(source)) {
    if (values) return Object.keys(values);
    if (++looked === LOOKED_AT) break;
  }
  return [];
}
