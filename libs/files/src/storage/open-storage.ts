import type { StxConfig } from '@stx/platform';
import { FileStorage } from './file-storage.js';
import { storageAddress } from './storage-address.js';
import type { Storage } from './storage.js';

/** The store that the configuration names. The S3 client is loaded only where it is used. @throws ConfigError */
export async function openStorage(config: StxConfig): Promise<Storage> {
  const address = storageAddress(config);
  if ('folder' in address) return new FileStorage(address.folder);
  const { S3Storage } = await import('./s3-storage.js');
  return new S3Storage(address);
}
