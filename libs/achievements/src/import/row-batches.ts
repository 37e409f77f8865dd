import { checkRow, isFault, type CheckedRow } from './check-row.js';
import type { RefusedRow } from './import-progress.js';
import type { MessageParams } from './import-messages.js';

/** A row as @stx/row-files hands it over. */
export type ReadRow =
  | { row: number; values: Record<string, unknown>; problem?: undefined }
  | { row: number; values?: undefined; problem: { rule: string; column?: string; params?: MessageParams } };

export interface RowBatch {
  /** The last row of the batch. */
  position: number;
  accepted: CheckedRow[];
  refused: RefusedRow[];
}

const BATCH = 500;

/**
 * Checks rows and groups them, refused ones included. Of what was read only the accepted ids stay in memory, which
 * tell a repeated id. Rows up to `after` are done already: they count for repetitions only.
 */
export async function* rowBatches(rows: AsyncIterable<ReadRow>, after: number): AsyncGenerator<RowBatch> {
  const seen = new Set<string>();
  let batch: RowBatch = { position: after, accepted: [], refused: [] };
  for await (const read of rows) {
    const checked = check(read, seen);
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

function check({ values, problem }: ReadRow, seen: ReadonlySet<string>) {
  if (problem) return { column: problem.column ?? null, rule: problem.rule, params: problem.params ?? {} };
  const checked = checkRow(values);
  if (isFault(checked) || !seen.has(checked.sourceId)) return checked;
  return { column: 'id', rule: 'ROW-DUPLICATE-IN-FILE', params: {} };
}
