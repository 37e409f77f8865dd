/**
 * Runs in a process with a heap of its own and no environment. It imports no file of ours, so that Node can start it
 * as plain TypeScript in development and as JavaScript once built.
 *
 * In: {entries, sheet}, then anything for each further page. Out: {problems} once parsed or {failed: error name}, then
 * {rows} a page, the last one empty. `rows` starts at sheet row 1.
 */
import { once } from 'node:events';
import { crc32 } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';

interface Entry {
  name: string;
  data: Uint8Array;
}

interface FormulaProblem {
  row: number;
  column: number;
  reason: 'NOT_CALCULATED' | 'ERROR';
}

type Cell = string | number | boolean | null;

const ROWS_PER_MESSAGE = 500;
const CELL = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1c>)/g;
const [{ entries, sheet }] = (await once(process, 'message')) as [
  { entries: Entry[]; sheet: string | number },
];

const problems: FormulaProblem[] = [];
try {
  const path = sheetPath();
  const cleaned = entries.map(({ name, data }) =>
    name === path
      ? { name, data: Buffer.from(withoutBrokenFormulas(Buffer.from(data).toString())) }
      : { name, data },
  );
  const rows = await readSheet(storedZip(cleaned), sheet, { trim: false });
  let next = 0;
  process.on('message', () => {
    process.send!({ rows: rows.slice(next, next + ROWS_PER_MESSAGE).map((row) => row.map(plain)) });
    next += ROWS_PER_MESSAGE;
  });
  process.send!({ problems });
} catch (error) {
  process.send!({ failed: (error as Error).name });
}
process.once('disconnect', () => process.exit());

/** Path of the wanted sheet's XML, or '' (the reader itself then says what is wrong). */
function sheetPath(): string {
  const text = (name: string): string => {
    const entry = entries.find((each) => each.name === name);
    return entry ? Buffer.from(entry.data).toString() : '';
  };
  const sheets = [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => tag);
  const wanted =
    typeof sheet === 'number' ? sheets[sheet - 1] : sheets.find((tag) => attribute(tag, 'name') === sheet);
  const id = wanted && attribute(wanted, '\\w+:id');
  const relations = [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)];
  const target = relations.map(([tag]) => tag).find((tag) => id && attribute(tag, 'Id') === id);
  const to = target ? (attribute(target, 'Target') ?? '') : '';
  return to.startsWith('/') ? to.slice(1) : `xl/${to}`;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}

/** Notes and blanks each cell that holds an error, or a formula without a cached value. */
function withoutBrokenFormulas(xml: string): string {
  return xml.replace(CELL, (whole: string, prefix: string, attributes: string, body: string | undefined) => {
    const type = attribute(attributes, 't');
    const isFormula = body !== undefined && /<(?:\w+:)?f[\s/>]/.test(body);
    if (type !== 'e' && !isFormula) return whole;
    const hasValue = type === 'str' ? /<(?:\w+:)?v[\s/>]/ : /<(?:\w+:)?v(?:\s[^>]*)?>[^<]/;
    if (type !== 'e' && hasValue.test(body ?? '')) return whole;
    const address = attribute(attributes, 'r') ?? '';
    const [, letters = '', digits = '0'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    problems.push({ row: Number(digits), column, reason: type === 'e' ? 'ERROR' : 'NOT_CALCULATED' });
    return `<${prefix}c r="${address}"/>`;
  });
}

/** Dates become ISO text, a day alone when the time is midnight, as they would stand in a CSV file. */
function plain(cell: unknown): Cell {
  if (!(cell instanceof Date)) return cell as Cell;
  if (Number.isNaN(cell.valueOf())) return null;
  const text = cell.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

/** An uncompressed zip of entries whose sizes are known to be true; the reader sees nothing else of the upload. */
function storedZip(files: readonly Entry[]): Buffer {
  const locals: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of files) {
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt32LE(crc32(data), 10);
    fixed.writeUInt32LE(data.length, 14);
    fixed.writeUInt32LE(data.length, 18);
    fixed.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), fixed, place, Buffer.from(name));
    locals.push(Buffer.from('504b0304', 'hex'), fixed, Buffer.from(name), data);
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
