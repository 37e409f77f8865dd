import type { RowResult } from '../row-result.js';
import type { RowRefusal } from './import-progress.js';
import type { RowFault } from './row-reader.js';

/** One row, checked: ready to store under the id its source gave it, or the first rule it breaks. */
export type RowCheck<Row extends { sourceId: string }> = (values: Record<string, unknown>) => Row | RowFault;

export interface RowBatch<Row> {
  /** The last row of the batch. */
  position: number;
  accepted: Row[];
  refused: RowRefusal[];
}

const BATCH = 500;

/**
 * Checks rows and groups them, refused ones included. Of what was read only the accepted ids stay in memory, which
 * tell a repeated id. Rows up to `after` are done already: they count for repetitions only.
 */
export async function* rowBatches<Row extends { sourceId: string }>(
  rows: AsyncIterable<RowResult>,
  checkRow: RowCheck<Row>,
  after = 0,
): AsyncGenerator<RowBatch<Row>> {
  const seen = new Set<string>();
  let batch: RowBatch<Row> = { position: after, accepted: [], refused: [] };
  for await (const read of rows) {
    const checked = check(read, checkRow, seen);
    if (!isFault(checked)) seen.add(checked.sourceId);
    if (read.row <= after) continue;
    if (isFault(checked)) batch.refused.push({ ...checked, row: read.row });
    else batch.accepted.push(checked);
    batch.position = read.row;
    if (batch.accepted.length + batch.refused.length < BATCH) continue;
    yield batch;
    batch = { position: batch.position, accepted: [], refused: [] };
  }
  if (batch.accepted.length + batch.refused.length > 0) yield batch;
}

const isFault = (row: object): row is RowFault => 'rule' in row;

function check<Row extends { sourceId: string }>(
  { values, problem }: RowResult,
  checkRow: RowCheck<Row>,
  seen: ReadonlySet<string>,
): Row | RowFault {
  if (problem) return { column: problem.column ?? null, rule: problem.rule, params: problem.params };
  const checked = checkRow(values);
  if (isFault(checked) || !seen.has(checked.sourceId)) return checked;
  return { column: 'id', rule: 'ROW-DUPLICATE-IN-FILE', params: {} };
}
