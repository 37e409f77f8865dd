import writeXlsxFile from 'write-excel-file/node';
import { readAll, textCell, workbookParts, zip } from './spec-files.js';

const HEADER = `<row r="1">${textCell('A1', '名称')}${textCell('B1', '金额')}</row>`;

function workbook(rows: string): Buffer {
  return zip(workbookParts(HEADER + rows));
}

describe('XLSX', () => {
  it('reads text, numbers, booleans and dates of a file a spreadsheet program wrote', async () => {
    const bytes = await writeXlsxFile([
      [{ value: '名称' }, { value: '价格' }, { value: '日期' }, { value: '公开' }],
      [
        { value: '多孔陶瓷膜', type: String },
        { value: 1200.5, type: Number },
        { value: new Date('2026-03-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
        { value: true, type: Boolean },
      ],
    ]).toBuffer();
    expect(await readAll('成果.XLSX', bytes)).toEqual([
      { row: 2, values: { 名称: '多孔陶瓷膜', 价格: 1200.5, 日期: '2026-03-01', 公开: true } },
    ]);
  });

  it('takes a formula’s cached value and refuses the row of one without', async () => {
    const rows = await readAll(
      'a.xlsx',
      workbook(
        `<row r="2">${textCell('A2', '有值')}<c r="B2"><f>1+1</f><v>2</v></c></row>` +
          `<row r="4">${textCell('A4', '无值')}<c r="B4"><f>1+1</f></c></row>` +
          `<row r="5">${textCell('A5', '无文字')}<c r="B5" t="str"><f>A1</f></c></row>` +
          `<row r="6">${textCell('A6', '空文字')}<c r="B6" t="str"><f>A9</f><v></v></c></row>` +
          `<row r="7">${textCell('A7', '错误')}<c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>` +
          `<row r="8"><c r="A8" t="str"><f>A1</f><v>文字</v></c></row>`,
      ),
    );
    const refused = (row: number, reason: string): unknown => ({
      row,
      problem: { rule: 'FILE-FORMULA', column: '金额', params: { reason, position: 2 } },
    });
    expect(rows).toEqual([
      { row: 2, values: { 名称: '有值', 金额: 2 } },
      refused(4, 'NOT_CALCULATED'),
      refused(5, 'NOT_CALCULATED'),
      { row: 6, values: { 名称: '空文字', 金额: '' } },
      refused(7, 'ERROR'),
      { row: 8, values: { 名称: '文字', 金额: '' } },
    ]);
  });

  it('reads many rows, and can be stopped early', async () => {
    const many = Array.from(
      { length: 1200 },
      (_, index) => `<row r="${index + 2}"><c r="B${index + 2}"><v>${index}</v></c></row>`,
    );
    const rows = await readAll('a.xlsx', workbook(many.join('')), { maxZipRatio: 1000 });
    expect(rows).toHaveLength(1200);
    expect(rows.at(-1)).toEqual({ row: 1201, values: { 名称: '', 金额: 1199 } });
  });

  it('picks a sheet by name and says when it is missing', async () => {
    const bytes = workbook(`<row r="2">${textCell('A2', 'x')}</row>`);
    await expect(readAll('a.xlsx', bytes, { sheet: '成果' })).resolves.toHaveLength(1);
    await expect(readAll('a.xlsx', bytes, { sheet: '别的' })).rejects.toMatchObject({
      code: 'FILE_FORMAT',
      params: { reason: 'SHEET_NOT_FOUND' },
    });
  });

  it('calls a header alone empty', async () => {
    await expect(readAll('a.xlsx', workbook(''))).rejects.toMatchObject({ code: 'FILE_EMPTY' });
  });

  it('refuses broken XML', async () => {
    await expect(
      readAll('a.xlsx', workbook('<row r="2"><c r="A2" t="s"><v>99</v></c></row>')),
    ).rejects.toMatchObject({
      code: 'FILE_FORMAT',
      params: { reason: 'DAMAGED' },
    });
  });

  it('gives up after its time', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>1</v></c></row>`,
    );
    await expect(
      readAll('a.xlsx', workbook(rows.join('')), { timeoutSeconds: 0.05, maxZipRatio: 1000 }),
    ).rejects.toMatchObject({ code: 'FILE_TIMEOUT', params: { seconds: 0.05 } });
  });

  it('survives a sheet that would exhaust its heap', async () => {
    await expect(
      readAll('a.xlsx', workbook('<row r="900000000"><c r="A900000000"><v>1</v></c></row>'), {
        heapMegabytes: 64,
      }),
    ).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', params: { limit: 'MEMORY' } });
  });
});
