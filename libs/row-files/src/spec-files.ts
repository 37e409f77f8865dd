/** Files for the specs, generated as they run. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ReadRowsOptions } from './read-options.js';
import { readRows } from './read-rows.js';
import type { RowResult } from './row-result.js';

/** Writes `content` under `name` and reads it back, collecting every row. */
export async function readAll(
  name: string,
  content: string | Uint8Array,
  options?: ReadRowsOptions,
): Promise<RowResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'row-files-'));
  try {
    const path = join(folder, 'upload');
    await writeFile(path, content);
    const rows: RowResult[] = [];
    for await (const row of readRows({ path, name }, options)) rows.push(row);
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Declared in place of the true size. */
  readonly claimedBytes?: number;
}

/** A deflated zip, which may lie about sizes. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedBytes } of parts) {
    const content = Buffer.from(data);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimedBytes ?? content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, place, Buffer.from(name));
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook whose first sheet has the given `<row>` elements. */
export function workbookParts(rows: string): ZipPart[] {
  return [
    {
      name: '[Content_Types].xml',
      data: `<Types><Override PartName="/xl/workbook.xml" ContentType="${WORKBOOK}"/></Types>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="成果" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships><Relationship Id="rId7" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    },
  ];
}

/** A cell with inline text. */
export function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
