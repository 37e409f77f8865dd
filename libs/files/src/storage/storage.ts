/**
 * Where uploaded files lie: the port. Keys are ours (`[\w-]+`), files are written once and never changed.
 * `storage.suite.ts` is the text of this contract; both stores pass it.
 */
export interface Storage {
  /** What an operator reads in messages; never a credential. */
  readonly place: string;
  /** A folder of this machine where a file may be written before `put`; made when missing. */
  staging(): Promise<string>;
  /** Takes in a file of this machine, whole or not at all. The file itself may be moved away. @throws StorageDown */
  put(key: string, file: string): Promise<void>;
  /** A file of this machine with the content; null when there is none under that key. @throws StorageDown */
  open(key: string): Promise<OpenedFile | null>;
  /** @throws StorageDown */
  has(key: string): Promise<boolean>;
  /** An unknown key is no error. @throws StorageDown */
  delete(key: string): Promise<void>;
  /** Can files be kept now? @throws StorageDown */
  check(): Promise<void>;
}

export interface OpenedFile {
  path: string;
  /** To be called when the file is no longer read. */
  close(): Promise<void>;
}

export const STORAGE = Symbol('storage');

/** The store does not answer, refuses us, or is full. The cause is for the log. */
export class StorageDown extends Error {
  override readonly name = 'StorageDown';
}

/** Keys are made by us; anything else would be a path. */
export function checkKey(key: string): string {
  if (!/^[\w-]{1,100}$/.test(key)) throw new Error('not a storage key');
  return key;
}
