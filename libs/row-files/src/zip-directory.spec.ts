import { readAll, workbookParts, zip } from './spec-files.js';

const FILLER = { name: 'xl/media/filler.xml', data: Buffer.alloc(3 * 1024 * 1024) };

describe('zip limits, by the central directory', () => {
  it('refuses a high ratio', async () => {
    await expect(readAll('a.xlsx', zip([...workbookParts(''), FILLER]))).rejects.toMatchObject({
      code: 'FILE_ZIP_BOMB',
      params: { limit: 'RATIO', allowed: 100 },
    });
  });

  it('refuses a large unpacked size, before the ratio is looked at', async () => {
    const bomb = zip([...workbookParts(''), { name: 'b.xml', data: 'x', claimedBytes: 201 * 1024 * 1024 }]);
    await expect(readAll('a.xlsx', bomb)).rejects.toMatchObject({
      code: 'FILE_ZIP_BOMB',
      params: { limit: 'UNPACKED_BYTES' },
    });
  });

  it('refuses too many entries, and takes exactly the limit', async () => {
    const fill = (count: number): Buffer =>
      zip([
        ...workbookParts(''),
        ...Array.from({ length: count - 4 }, (_, at) => ({ name: `f${at}`, data: '' })),
      ]);
    await expect(readAll('a.xlsx', fill(1001))).rejects.toMatchObject({
      code: 'FILE_ZIP_BOMB',
      params: { limit: 'ENTRIES', allowed: 1000, found: 1001 },
    });
    await expect(readAll('a.xlsx', fill(1000))).rejects.toMatchObject({ code: 'FILE_EMPTY' });
  });

  it('refuses an entry that unpacks to more, or less, than it declares', async () => {
    for (const claimedBytes of [10, 5 * 1024]) {
      const [types, ...rest] = workbookParts('');
      const bytes = zip([{ ...types!, data: 'x'.repeat(4096), claimedBytes }, ...rest]);
      await expect(readAll('a.xlsx', bytes)).rejects.toMatchObject({
        code: 'FILE_ZIP_BOMB',
        params: { limit: 'DECLARED_SIZE' },
      });
    }
  });

  it('refuses duplicate names, truncation and a zip that is no workbook', async () => {
    const parts = workbookParts('');
    await expect(readAll('a.xlsx', zip([...parts, parts[0]!]))).rejects.toMatchObject({
      params: { reason: 'DUPLICATE_ENTRY' },
    });
    await expect(readAll('a.xlsx', zip(parts).subarray(0, 300))).rejects.toMatchObject({
      params: { reason: 'NO_DIRECTORY' },
    });
    await expect(readAll('a.xlsx', zip([{ name: 'a.txt', data: 'x' }]))).rejects.toMatchObject({
      params: { found: 'ZIP' },
    });
  });
});
