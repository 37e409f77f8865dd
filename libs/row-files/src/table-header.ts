import type { ReadLimits } from './read-options.js';
import { RowFileError } from './row-file-error.js';
import type { RowResult } from './row-result.js';

const MAX_COLUMNS = 1000;

/** Column names in order; `''` where the header cell is empty. */
export type TableHeader = readonly string[];

/**
 * Reads the header row of a CSV or XLSX table.
 * @throws RowFileError FILE_FORMAT {reason: DUPLICATE_COLUMN | TOO_MANY_COLUMNS | MISSING_COLUMN}
 */
export function tableHeader(cells: readonly unknown[], limits: ReadLimits): TableHeader {
  if (cells.length > MAX_COLUMNS) {
    throw new RowFileError('FILE_FORMAT', { reason: 'TOO_MANY_COLUMNS', limit: MAX_COLUMNS });
  }
  const names = cells.map((cell) => String(cell ?? '').trim());
  const duplicate = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (duplicate !== undefined) {
    throw new RowFileError('FILE_FORMAT', { reason: 'DUPLICATE_COLUMN', column: duplicate.slice(0, 100) });
  }
  const missing = missingColumn(names, limits);
  if (missing) throw new RowFileError('FILE_FORMAT', { reason: 'MISSING_COLUMN', column: missing });
  return names;
}

/** The first column that the mapping names, or that a required field needs, and the header does not have. */
function missingColumn(
  names: TableHeader,
  { mapping = {}, required = [] }: Pick<ReadLimits, 'mapping' | 'required'>,
): string | undefined {
  const needed = required.map((field) => (Object.hasOwn(mapping, field) ? mapping[field]! : field));
  return [...Object.values(mapping), ...needed].find((column) => !names.includes(column));
}

/** Names the cells of one row. A filled cell without a column is refused: nothing may be lost silently. */
export function tableRow(header: TableHeader, cells: readonly unknown[], row: number): RowResult {
  const stray = cells.findIndex((cell, index) => !isBlank(cell) && !header[index]);
  if (stray !== -1) {
    return {
      row,
      problem: { rule: 'FILE-COLUMNS', params: { expected: header.length, position: stray + 1 } },
    };
  }
  const named = header.flatMap((name, index) => (name === '' ? [] : [[name, cells[index] ?? ''] as const]));
  return { row, values: Object.fromEntries(named) };
}

/** Whether every cell is empty; such rows are skipped. */
export function isBlankRow(cells: readonly unknown[]): boolean {
  return cells.every(isBlank);
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
