import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadConfig } from '@stx/platform';
import { CircuitBreaker } from './circuit-breaker.js';
import { openStorage } from './open-storage.js';
import { storageAddress } from './storage-address.js';
import { StorageDown } from './storage.js';
import { storageContract } from './storage.suite.js';

const folder = mkdtempSync(join(tmpdir(), 'stx-storage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (STX_STORAGE: string) => openStorage(loadConfig({ STX_STORAGE }));

storageContract('a folder', () => open(pathToFileURL(join(folder, 'files')).href));

const s3 = process.env['STX_TEST_S3_URL'];
if (s3) storageContract('a bucket', () => open(s3));
else
  describe('a bucket, a store of files', () => {
    it.skip('needs STX_TEST_S3_URL, such as s3://KEY:SECRET@bucket?endpoint=http://127.0.0.1:7070', () =>
      undefined);
  });

describe('a dead store', () => {
  const listening = async (server: Server) => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  };
  const at = (port: number) => open(`s3://key:hidden-secret@bucket?endpoint=http://127.0.0.1:${port}`);

  it('is named, without its secret, and not asked again at once', async () => {
    const server = createServer();
    const port = await listening(server);
    await new Promise((done) => server.close(done));
    const storage = await at(port);
    await expect(storage.has('a')).rejects.toThrow(StorageDown);
    const again = (await storage.has('a').catch((error: Error) => error)) as Error;
    expect(again.message).toBe('s3://bucket/: found dead a moment ago');
  });

  it('that refuses us is down, not empty', async () => {
    const server = createHttpServer((_, response) => response.writeHead(403).end());
    const storage = await at(await listening(server));
    await expect(storage.open('a')).rejects.toThrow(StorageDown);
    server.close();
  });

  it('is a folder that is a file', async () => {
    writeFileSync(join(folder, 'plain'), '');
    const storage = await open(pathToFileURL(join(folder, 'plain')).href);
    await expect(storage.staging()).rejects.toThrow(StorageDown);
    await expect(storage.check()).rejects.toThrow(StorageDown);
  });

  it('is asked by one after a rest, and by all when it is back', async () => {
    let now = 0;
    const breaker = new CircuitBreaker(() => now);
    const dead = async () => Promise.reject(new StorageDown('dead'));
    await expect(breaker.run('x', dead)).rejects.toThrow('dead');
    await expect(breaker.run('x', async () => 1)).rejects.toThrow('a moment ago');
    now = 5_001;
    const [first, second] = [breaker.run('x', async () => 1), breaker.run('x', async () => 2)];
    await expect(second).rejects.toThrow('a moment ago');
    expect(await first).toBe(1);
    expect(await breaker.run('x', async () => 3)).toBe(3);
  });
});

describe('STX_STORAGE', () => {
  const address = (STX_STORAGE: string) => storageAddress(loadConfig({ STX_STORAGE }));

  it('names a bucket, a place in it, its server and credentials', () => {
    expect(address('s3://key:se%2Fcret@files/a/b?endpoint=https://s3.example&region=south')).toEqual({
      bucket: 'files',
      prefix: 'a/b/',
      endpoint: 'https://s3.example',
      region: 'south',
      credentials: { accessKeyId: 'key', secretAccessKey: 'se/cret' },
    });
    expect(address('s3://files')).toMatchObject({ prefix: '', credentials: undefined });
    expect(address('file:///srv/files')).toEqual({ folder: '/srv/files' });
  });

  it.each([
    's3:',
    's3://key@files',
    's3://files?endpoint=ftp://x',
    's3://files?regoin=a',
    'file://host/folder',
    'gs://files',
  ])('is refused when malformed: %s', (url) => {
    expect(() => address(url)).toThrow(/STX_STORAGE: /);
  });

  it('never shows a secret in its refusal', () => {
    expect(() => address('s3://key:hidden@x?endpoint=1')).toThrow(/^(?!.*hidden)/);
  });
});
