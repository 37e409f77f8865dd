/** What a spreadsheet program takes for the start of a formula, full-width forms included (S30). */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;

const cell = (text: string) => `"${(FORMULA_START.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** A table as CSV (RFC 4180): every cell quoted, none of them a formula. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
