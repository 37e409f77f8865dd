import type { FileHandle } from 'node:fs/promises';
import type { ReadLimits } from './read-options.js';
import { RowFileError } from './row-file-error.js';
import type { RowResult } from './row-result.js';
import { isBlankRow, tableHeader, tableRow, type TableHeader } from './table-header.js';
import { unpackEntries } from './unpack-zip.js';
import { XlsxProcess, type FormulaProblem } from './xlsx-process.js';
import { readZipDirectory } from './zip-directory.js';

/** What a sheet of values needs; drawings, printer settings and macros are never unpacked. */
const NEEDED = /^(\[Content_Types\]\.xml|xl\/([^/]+\.xml|_rels\/[^/]+\.rels|worksheets\/[^/]+\.xml))$/;

/** One sheet with a header row. Formulas give their cached value, or the row is refused. */
export async function* readXlsx(
  file: FileHandle,
  fileBytes: number,
  limits: ReadLimits,
): AsyncGenerator<RowResult> {
  const directory = await readZipDirectory(file, fileBytes, limits);
  if (!directory.some((entry) => entry.name === 'xl/workbook.xml')) {
    throw new RowFileError('FILE_FORMAT', { reason: 'CONTENT', expected: 'XLSX', found: 'ZIP' });
  }
  const entries = await unpackEntries(
    file,
    directory.filter((entry) => NEEDED.test(entry.name)),
  );
  await using parser = new XlsxProcess(entries, limits);
  const problems = new Map((await parser.parsed()).map((problem) => [problem.row, problem]));
  let header: TableHeader | undefined;
  let row = 0;
  let isEmpty = true;
  for (let rows = await parser.nextRows(); rows.length > 0; rows = await parser.nextRows()) {
    for (const cells of rows) {
      row += 1;
      const problem = problems.get(row);
      if (!problem && isBlankRow(cells)) continue;
      if (!header) {
        header = tableHeader(cells, limits);
        continue;
      }
      isEmpty = false;
      yield problem ? refuseFormula(problem, header) : tableRow(header, cells, row);
    }
  }
  if (isEmpty) throw new RowFileError('FILE_EMPTY');
}

function refuseFormula({ row, column, reason }: FormulaProblem, header: TableHeader): RowResult {
  const name = header[column - 1];
  return {
    row,
    problem: { rule: 'FILE-FORMULA', ...(name && { column: name }), params: { reason, position: column } },
  };
}
