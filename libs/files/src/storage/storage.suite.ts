import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@stx/platform';
import type { Storage } from './storage.js';

/** What every store must do: the contract of the port, run on each of them. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  describe(`${name}, a store of files`, () => {
    let storage: Storage;
    beforeAll(async () => {
      storage = await open();
    });

    /** A file of this machine, as an upload leaves it. */
    const staged = async (content: string | Buffer) => {
      const path = join(await storage.staging(), `${newId()}.part`);
      writeFileSync(path, content);
      return path;
    };
    const kept = async (content: string | Buffer) => {
      const key = newId();
      await storage.put(key, await staged(content));
      return key;
    };
    const read = async (key: string) => {
      const file = (await storage.open(key))!;
      try {
        return readFileSync(file.path);
      } finally {
        await file.close();
      }
    };

    it('gives back what it was given, byte for byte', async () => {
      const content = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256));
      expect((await read(await kept(content))).equals(content)).toBe(true);
      expect((await read(await kept('成果'))).toString()).toBe('成果');
    });

    it('takes the largest upload', async () => {
      const content = Buffer.alloc(20 * 1024 * 1024, 'stx');
      expect((await read(await kept(content))).equals(content)).toBe(true);
    });

    it('leaves no part behind', async () => {
      const path = await staged('once');
      const key = newId();
      await storage.put(key, path);
      expect(existsSync(path)).toBe(false);
      expect(readdirSync(await storage.staging())).toEqual([]);
    });

    it('says null and false of what it does not have', async () => {
      const unknown = newId();
      expect(await storage.open(unknown)).toBeNull();
      expect(await storage.has(unknown)).toBe(false);
      expect(await storage.has(await kept('here'))).toBe(true);
    });

    it('forgets what is deleted; twice is no error', async () => {
      const [gone, stays] = [await kept('gone'), await kept('stays')];
      await storage.delete(gone);
      await storage.delete(gone);
      expect(await storage.open(gone)).toBeNull();
      expect((await read(stays)).toString()).toBe('stays');
    });

    it('serves many at once', async () => {
      const texts = Array.from({ length: 12 }, (_, i) => `file ${i}`);
      const keys = await Promise.all(texts.map(kept));
      expect((await Promise.all(keys.map(read))).map(String)).toEqual(texts);
    });

    it.each(['../secret', 'a/b', '', 'a\0b', '.incoming'])('takes no path for a key: %j', async (key) => {
      await expect(storage.open(key)).rejects.toThrow('not a storage key');
      await expect(storage.put(key, await staged('x'))).rejects.toThrow('not a storage key');
      await expect(storage.delete(key)).rejects.toThrow('not a storage key');
    });

    it('says that it works', async () => {
      await expect(storage.check()).resolves.toBeUndefined();
    });
  });
}
