import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CircuitBreaker } from './circuit-breaker.js';
import type { S3Address } from './storage-address.js';
import { checkKey, StorageDown, type OpenedFile, type Storage } from './storage.js';

const CONNECT_MS = 2_000;
/** For one request with its answer; files are at most 20 MB. */
const REQUEST_MS = 15_000;
const TRIES = 2;

const isMissing = (error: unknown) =>
  ['NoSuchKey', 'NotFound'].includes((error as { name?: string }).name ?? '') ||
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404;

/** Files in a bucket of an S3-speaking store. Every call has a time limit, and a dead store is not asked every time. */
export class S3Storage implements Storage {
  readonly place: string;
  private readonly client: S3Client;
  private readonly breaker = new CircuitBreaker();
  private folder: Promise<string> | null = null;

  constructor(private readonly address: S3Address) {
    const { bucket, prefix, endpoint, region, credentials } = address;
    this.place = `s3://${bucket}/${prefix}`;
    this.client = new S3Client({
      region,
      endpoint,
      credentials,
      forcePathStyle: endpoint !== undefined,
      maxAttempts: TRIES,
      // stores that are not Amazon's own do not all know the newer checksums
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        requestTimeout: REQUEST_MS,
        throwOnRequestTimeout: true,
      },
    });
  }

  /** In the system's temporary folder: a part left by a crash is the system's to clear. */
  staging(): Promise<string> {
    return (this.folder ??= mkdtemp(join(tmpdir(), 'stx-files-')));
  }

  async put(key: string, file: string): Promise<void> {
    const target = this.object(key);
    const body = await readFile(file);
    await this.attempt((abortSignal) =>
      this.client.send(new PutObjectCommand({ ...target, Body: body, ContentLength: body.length }), {
        abortSignal,
      }),
    );
    await rm(file, { force: true });
  }

  async open(key: string): Promise<OpenedFile | null> {
    const source = this.object(key);
    const path = join(await mkdtemp(join(tmpdir(), 'stx-file-')), key);
    const close = () => rm(join(path, '..'), { recursive: true, force: true });
    try {
      await this.attempt(async (signal) => {
        const { Body } = await this.client.send(new GetObjectCommand(source), { abortSignal: signal });
        await pipeline(Body as Readable, createWriteStream(path, { mode: 0o600 }), { signal });
      });
      return { path, close };
    } catch (error) {
      await close();
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async has(key: string): Promise<boolean> {
    const source = this.object(key);
    try {
      await this.attempt((abortSignal) => this.client.send(new HeadObjectCommand(source), { abortSignal }));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const target = this.object(key);
    await this.attempt((abortSignal) => this.client.send(new DeleteObjectCommand(target), { abortSignal }));
  }

  async check(): Promise<void> {
    const { bucket } = this.address;
    try {
      await this.attempt((abortSignal) =>
        this.client.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal }),
      );
    } catch (error) {
      if (isMissing(error)) throw new StorageDown(`${this.place}: there is no such bucket`, { cause: error });
      throw error;
    }
  }

  private readonly object = (key: string) => ({
    Bucket: this.address.bucket,
    Key: this.address.prefix + checkKey(key),
  });

  /** A missing key passes through as it is; everything else means that the store cannot serve. */
  private attempt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.breaker
      .run(this.place, async () => {
        try {
          return { value: await work(AbortSignal.timeout(TRIES * REQUEST_MS)) };
        } catch (error) {
          if (isMissing(error)) return { missing: error };
          const reason = (error as { code?: string; name?: string }).code ?? (error as Error).name;
          throw new StorageDown(`${this.place}: ${reason}`, { cause: error });
        }
      })
      .then((result) => {
        if ('missing' in result) throw result.missing;
        return result.value;
      });
  }
}
