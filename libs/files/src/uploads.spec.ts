import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { anonymous, DomainDatabase } from '@stx/platform';
import { member, startDomains, type TestDomain } from '@stx/testing';
import {
  FilesModule,
  filesSchema,
  MAX_UPLOAD,
  STORAGE,
  StorageDown,
  Uploads,
  type Storage,
} from './index.js';

describe('uploads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stx-files-'));
  let exchange: TestDomain;
  let uploads: Uploads;
  beforeAll(async () => {
    exchange = await startDomains([FilesModule], [filesSchema], { STX_STORAGE: pathToFileURL(folder).href });
    uploads = exchange.get(Uploads);
  }, 60_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(folder, { recursive: true });
  });
  const text = (value: string) => Readable.from([Buffer.from(value)]);

  it('keeps a file under a name of ours, for its own organization only', async () => {
    const officer = member('OFFICER');
    const stored = await uploads.store(officer, '../../成果 2026.ndjson', text('{"id":"a"}\n'));
    expect(stored.name).toBe('成果 2026.ndjson');
    const opened = (await uploads.open(stored.id, officer))!;
    expect(readFileSync(opened.path, 'utf8')).toBe('{"id":"a"}\n');
    await opened.close();
    expect(await uploads.find(stored.id, officer)).toEqual(stored);
    expect(await uploads.find(stored.id, member('OFFICER'))).toBeNull();
    expect(await uploads.open(stored.id, member('OFFICER'))).toBeNull();
  });

  it('refuses visitors, empty files, foreign types and lying extensions, and leaves nothing behind', async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    const officer = member('OFFICER');
    const refused = (code: string) => expect.objectContaining({ code });
    await expect(uploads.store(anonymous(), 'a.csv', text('a'))).rejects.toEqual(refused('SIGN_IN_REQUIRED'));
    await expect(uploads.store(officer, 'a.csv', text(''))).rejects.toEqual(refused('FILE_EMPTY'));
    await expect(uploads.store(officer, 'a.exe', text('a'))).rejects.toEqual(refused('FILE_TYPE'));
    await expect(uploads.store(officer, 'a.xlsx', text('not a workbook'))).rejects.toEqual(
      refused('FILE_TYPE'),
    );
    await expect(uploads.store(officer, 'a.csv', text('%PDF-1.7\n%âãÏÓ\n1 0 obj'))).rejects.toEqual(
      refused('FILE_TYPE'),
    );
    const big = Readable.from(
      (function* () {
        for (let sent = 0; sent <= MAX_UPLOAD; sent += 1 << 20) yield Buffer.alloc(1 << 20, 97);
      })(),
    );
    await expect(uploads.store(officer, 'a.csv', big)).rejects.toEqual(refused('FILE_TOO_LARGE'));
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
  });

  it('says that the store is down, keeps no row without its file, and works again by itself', async () => {
    const officer = member('OFFICER');
    const storage = exchange.app.get<Storage>(STORAGE, { strict: false });
    const rows = () => exchange.get(DomainDatabase).query('SELECT id FROM upload');
    const before = await rows();
    const put = storage.put.bind(storage);
    storage.put = () => Promise.reject(new StorageDown('dead'));
    await expect(uploads.store(officer, 'a.csv', text('a'))).rejects.toMatchObject({ code: 'STORAGE_DOWN' });
    expect(await rows()).toEqual(before);
    storage.put = put;
    expect(await uploads.store(officer, 'a.csv', text('a'))).toMatchObject({ name: 'a.csv' });
  });
});
