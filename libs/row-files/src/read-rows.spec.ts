import { applyMapping } from './apply-mapping.js';
import { RowFileError } from './row-file-error.js';
import { readAll, workbookParts, zip } from './spec-files.js';

describe('extension and content', () => {
  it.each([
    ['a.csv', zip(workbookParts('')), 'ZIP'],
    ['a.xlsx', 'a,b\n1,2\n', 'TEXT'],
    ['a.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'XLS_OR_ENCRYPTED'],
    ['a.csv', '{"a":1}\n', 'JSON_LINE'],
    ['a.ndjson', '[\n{"a":1}]', 'JSON_ARRAY'],
    ['a.csv', '<html><table></table></html>', 'MARKUP'],
    ['a.csv', '%PDF-1.7', 'PDF'],
    ['a.csv', Buffer.from('abc,def\0ghi'), 'BINARY'],
  ])('%s holding %#: refused', async (name, content, found) => {
    await expect(readAll(name, content)).rejects.toMatchObject({ code: 'FILE_FORMAT', params: { found } });
  });

  it('refuses an unknown extension', async () => {
    await expect(readAll('a.exe', 'a')).rejects.toMatchObject({
      params: { reason: 'EXTENSION', found: '.exe' },
    });
  });
});

describe('size', () => {
  it('is 20 MB unless told otherwise', async () => {
    const line = `{"a":"${'x'.repeat(1000)}"}\n`;
    const text = line.repeat(Math.ceil((20 * 1024 * 1024 + 1) / line.length));
    await expect(readAll('a.ndjson', text)).rejects.toThrow(RowFileError);
    await expect(readAll('a.ndjson', text)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      params: { limit: 'BYTES', allowed: 20 * 1024 * 1024 },
    });
    expect((await readAll('a.ndjson', text, { maxBytes: text.length })).length).toBeGreaterThan(20_000);
  });
});

describe('applyMapping', () => {
  it('moves what is mapped, keeps what is not, and is safe for odd names', () => {
    const values = { 标题: '甲', 备注: 'x' };
    expect(applyMapping(values, { title: '标题', price: '价格', odd: 'toString' })).toEqual({
      title: '甲',
      备注: 'x',
    });
    expect(applyMapping({ id: '1', no: '2' }, { id: 'no' })).toEqual({ id: 'own:2' });
    expect(applyMapping({ no: 'list:2' }, { id: 'no' })).toEqual({ id: 'list:2' });
    expect(applyMapping(values, JSON.parse('{"__proto__":"标题"}'))).toEqual(
      Object.fromEntries([
        ['备注', 'x'],
        ['__proto__', '甲'],
      ]),
    );
  });
});
