import type { MessageParams } from './row-file-error.js';

/** Rules a single row can break; the other rows of the file are still read. */
export type RowRule = 'FILE-JSON' | 'FILE-LINE-LENGTH' | 'FILE-ENCODING' | 'FILE-COLUMNS' | 'FILE-FORMULA';

/** Why one row is refused. `column` is the name in the file's header, where one column is to blame. */
export interface RowProblem {
  readonly rule: RowRule;
  readonly column?: string;
  readonly params: MessageParams;
}

/** A row that could be read. An empty CSV or XLSX cell is `''`; XLSX dates are ISO strings. */
export interface FileRow {
  readonly row: number;
  readonly values: Record<string, unknown>;
  readonly problem?: undefined;
}

/** A row that could not. */
export interface RefusedRow {
  readonly row: number;
  readonly problem: RowProblem;
  readonly values?: undefined;
}

/**
 * `row` counts from 1 and is what the person sees: the line in NDJSON, the line on which the record starts in
 * CSV (the header is line 1), the sheet's row number in XLSX.
 */
export type RowResult = FileRow | RefusedRow;

/** The stored upload (`path`, named by us) and what the person called it (`name`, read for its extension only). */
export interface RowSource {
  readonly path: string;
  readonly name: string;
}
