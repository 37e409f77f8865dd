/** Rows of NDJSON, CSV and XLSX files, read safely and as a stream, and what every import of such rows shares. */
export { applyMapping, parseMapping, type ColumnMapping } from './apply-mapping.js';
export { columnsOf } from './columns-of.js';
export { dateOf, languageOf, sourceIdOf, urlOf } from './import/common-fields.js';
export { failureMessage, rowMessage } from './import/import-messages.js';
export {
  advance,
  NO_PROGRESS,
  type ImportProgress,
  type ImportResult,
  type RowRefusal,
} from './import/import-progress.js';
export { rowBatches, type RowBatch } from './import/row-batches.js';
export { RowReader, type RowFault } from './import/row-reader.js';
export type { CsvEncoding, ReadRowsOptions } from './read-options.js';
export { readRows } from './read-rows.js';
export { RowFileError, type MessageParams, type RowFileErrorCode } from './row-file-error.js';
export type { FileRow, RowResult, RowSource } from './row-result.js';
