/** Rows of uploaded NDJSON, CSV and XLSX files, read safely and as a stream. */
export { applyMapping, type ColumnMapping } from './apply-mapping.js';
export type { CsvEncoding, ReadRowsOptions } from './read-options.js';
export { readRows } from './read-rows.js';
export { RowFileError, type MessageParams, type RowFileErrorCode } from './row-file-error.js';
export type { FileRow, RefusedRow, RowProblem, RowResult, RowRule, RowSource } from './row-result.js';
