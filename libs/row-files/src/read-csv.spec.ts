import { readAll } from './spec-files.js';

/** 名称,省份 / 示范,广东 in GB18030. */
const GB18030 = Buffer.from('c3fbb3c62ccaa1b7dd0acabeb7b62cb9e3b6ab0a', 'hex');
/** 名稱,地區 / 示範,廣東 in Big5. */
const BIG5 = Buffer.from('a657bad92ca661b0cf0aa5dcbd642cbc73aa460a', 'hex');

describe('CSV', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('detects the %s', async (_name, delimiter) => {
    const rows = await readAll('a.csv', `"a,;\tb"${delimiter} c \r\n1${delimiter}2\r\n`);
    expect(rows).toEqual([{ row: 2, values: { 'a,;\tb': '1', c: '2' } }]);
  });

  it('numbers rows by the line they start on, through quoted newlines and blank lines', async () => {
    const rows = await readAll('a.csv', '\uFEFFa,b\n1,"x\ny, ""z"""\n\n,\n3,4\nab"c,5"d\n');
    expect(rows).toEqual([
      { row: 2, values: { a: '1', b: 'x\ny, "z"' } },
      { row: 6, values: { a: '3', b: '4' } },
      { row: 7, values: { a: 'ab"c', b: '5"d' } },
    ]);
  });

  it('refuses short rows and cells without a column, and forgives empty surplus', async () => {
    const rows = await readAll('a.csv', 'a,b,\n1\n1,2,\n1,2,,\n1,2,3\n');
    expect(rows).toEqual([
      { row: 2, problem: { rule: 'FILE-COLUMNS', params: { expected: 3, found: 1 } } },
      { row: 3, values: { a: '1', b: '2' } },
      { row: 4, values: { a: '1', b: '2' } },
      { row: 5, problem: { rule: 'FILE-COLUMNS', params: { expected: 3, position: 3 } } },
    ]);
  });

  it('decodes GB18030', async () => {
    expect(await readAll('a.csv', GB18030)).toEqual([{ row: 2, values: { 名称: '示范', 省份: '广东' } }]);
    const traditional = Buffer.from('c3fbb7512cb5d8855e0a8e58c4cfcabeb9a0b4f38c572c8f56967c0a', 'hex');
    expect(await readAll('a.csv', traditional)).toEqual([
      { row: 2, values: { 名稱: '嶺南示範大學', 地區: '廣東' } },
    ]);
  });

  it.each([
    ['bytes valid in no encoding', Buffer.from('a,b\n1,\xff\xfe\n', 'latin1'), 'UNKNOWN'],
    ['UTF-16 with a mark', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), 'UTF-16'],
    ['UTF-16 without', Buffer.from('a,b\n1,2\n', 'utf16le'), 'UTF-16'],
    ['Big5', BIG5, 'BIG5_OR_GB18030'],
  ])('refuses %s', async (_name, bytes, found) => {
    await expect(readAll('a.csv', bytes)).rejects.toMatchObject({ code: 'FILE_ENCODING', params: { found } });
  });

  it('takes the encoding it is told, strictly', async () => {
    const [row] = await readAll('a.csv', BIG5, { encoding: 'big5' });
    expect(row?.values).toHaveProperty('名稱', '示範');
    await expect(readAll('a.csv', GB18030, { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'FILE_ENCODING',
    });
  });

  it('ends at a quote that never closes, naming its line', async () => {
    await expect(readAll('a.csv', 'a,b\n1,2\n"3,4\n5,6\n')).rejects.toMatchObject({
      code: 'FILE_FORMAT',
      params: { reason: 'QUOTE_NOT_CLOSED', row: 3 },
    });
    await expect(
      readAll('a.csv', `a,b\n1,2\n"${'x'.repeat(2000)}"\n`, { maxLineBytes: 1000 }),
    ).rejects.toMatchObject({ code: 'FILE_FORMAT', params: { reason: 'RECORD_TOO_LONG', row: 3 } });
  });

  it('refuses two columns of one name, and a header without rows', async () => {
    await expect(readAll('a.csv', 'a,b,a\n1,2,3\n')).rejects.toMatchObject({
      params: { reason: 'DUPLICATE_COLUMN', column: 'a' },
    });
    await expect(readAll('a.csv', 'a,b\n')).rejects.toMatchObject({ code: 'FILE_EMPTY' });
  });

  it('treats __proto__ as a column like any other', async () => {
    const [row] = await readAll('a.csv', '__proto__,b\nx,y\n');
    expect(Object.entries(row?.values ?? {})).toEqual([
      ['__proto__', 'x'],
      ['b', 'y'],
    ]);
  });
});
