import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError, type StxConfig } from '@stx/platform';

export interface S3Address {
  bucket: string;
  /** Empty, or ends with a slash. */
  prefix: string;
  /** Undefined: Amazon's own for the region. */
  endpoint: string | undefined;
  region: string;
  /** Undefined: from the environment (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`), as its usual clients do. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
}

export type StorageAddress = { folder: string } | S3Address;

const QUERY = new Set(['endpoint', 'region']);

function refuse(why: string): never {
  throw new ConfigError(`STX_STORAGE: ${why} / 取值无效`);
}

/**
 * `file:` (a folder) or `s3://[KEY:SECRET@]BUCKET[/PREFIX][?endpoint=URL&region=NAME]`; without it the folder `uploads` of
 * the data folder. @throws ConfigError; the message never shows a credential
 */
export function storageAddress({ STX_STORAGE, STX_DATA_DIR }: StxConfig): StorageAddress {
  if (!STX_STORAGE) return { folder: join(STX_DATA_DIR, 'uploads') };
  const url = URL.parse(STX_STORAGE) ?? refuse('not a URL');
  if (url.protocol === 'file:') {
    const folder = url.host === '' ? fileURLToPath(url) : refuse('write file:///folder, with three slashes');
    return isAbsolute(folder) ? { folder } : refuse('the folder must be absolute');
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname))
    refuse('s3: needs a bucket, s3://BUCKET/PREFIX');
  const unknown = [...url.searchParams.keys()].filter((key) => !QUERY.has(key));
  if (unknown.length > 0) refuse(`unknown option ${unknown.join(', ')}; known are endpoint and region`);
  const endpoint = url.searchParams.get('endpoint') ?? process.env['AWS_ENDPOINT_URL_S3'];
  if (endpoint !== undefined && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    refuse('endpoint must be an http or https URL');
  if (Boolean(url.username) !== Boolean(url.password)) refuse('give both the key and its secret, or neither');
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  return {
    bucket: url.hostname,
    prefix: prefix ? `${decodeURIComponent(prefix)}/` : '',
    endpoint,
    region: url.searchParams.get('region') ?? process.env['AWS_REGION'] ?? 'us-east-1',
    credentials: url.username
      ? {
          accessKeyId: decodeURIComponent(url.username),
          secretAccessKey: decodeURIComponent(url.password),
        }
      : undefined,
  };
}
