import { access, constants, copyFile, mkdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkKey, StorageDown, type OpenedFile, type Storage } from './storage.js';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** Files in a folder of this machine, or one that is mounted here. */
export class FileStorage implements Storage {
  readonly place: string;

  constructor(folder: string) {
    this.place = resolve(folder);
  }

  /** On the same file system as the files, so that taking one in is a rename: whole or not at all. */
  async staging(): Promise<string> {
    const folder = join(this.place, '.incoming');
    await this.attempt(() => mkdir(folder, { recursive: true, mode: 0o700 }));
    return folder;
  }

  async put(key: string, file: string): Promise<void> {
    const target = this.pathOf(key);
    await this.attempt(async () => {
      try {
        await rename(file, target);
      } catch (error) {
        if (codeOf(error) !== 'EXDEV') throw error;
        const part = join(await this.staging(), `${key}.part`);
        try {
          await copyFile(file, part);
          await rename(part, target);
        } finally {
          await rm(part, { force: true });
        }
      }
    });
  }

  async open(key: string): Promise<OpenedFile | null> {
    return (await this.has(key)) ? { path: this.pathOf(key), close: async () => undefined } : null;
  }

  async has(key: string): Promise<boolean> {
    const path = this.pathOf(key);
    return this.attempt(async () => {
      try {
        return (await stat(path)).isFile();
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return false;
        throw error;
      }
    });
  }

  async delete(key: string): Promise<void> {
    const path = this.pathOf(key);
    await this.attempt(() =>
      unlink(path).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      }),
    );
  }

  async check(): Promise<void> {
    await this.staging();
    await this.attempt(() => access(this.place, constants.W_OK));
  }

  private readonly pathOf = (key: string) => join(this.place, checkKey(key));

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new StorageDown(`${this.place}: ${codeOf(error) ?? 'unknown'}`, { cause: error });
    }
  }
}
