import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { languageOfTerminal } from './language.js';
import { UsageError } from './output.js';

interface GraphqlAnswer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** A running exchange, asked over HTTP with the token in `STX_TOKEN`. */
export class RemoteExchange {
  private readonly token: string;

  /** @throws UsageError for an address that is none, and without a token */
  constructor(private readonly url: string) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new UsageError(`${url}: not an http address / 不是 http 网址`);
    this.token = process.env['STX_TOKEN'] ?? '';
    if (!/^\S+$/.test(this.token))
      throw new UsageError(
        'STX_TOKEN is not set: --url needs a token / 未设置 STX_TOKEN：使用 --url 须有令牌',
      );
  }

  /** The answer's data. @throws UsageError with the sentence of the exchange */
  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const body = JSON.stringify({ query, variables });
    const response = await this.send('/graphql', { method: 'POST', body }, 'application/json');
    const { data, errors } = (await this.json(response)) as GraphqlAnswer;
    if (errors?.[0] || !data)
      throw new UsageError(
        `${this.url}: ${errors?.[0]?.message ?? response.status} (${errors?.[0]?.extensions?.code ?? 'NO_DATA'})`,
      );
    return data as Data;
  }

  /** Brings a file there. @returns its number for the API */
  async upload(file: string): Promise<string> {
    const body = await openAsBlob(file); // of known length, read as it is sent
    const path = `/api/uploads?name=${encodeURIComponent(basename(file))}`;
    const response = await this.send(path, { method: 'POST', body }, 'application/octet-stream');
    const { uploadId, code, message } = (await this.json(response)) as Record<string, string>;
    if (!uploadId) throw new UsageError(`${file}: ${message} (${code})`);
    return uploadId;
  }

  private async send(path: string, request: RequestInit, type: string): Promise<Response> {
    const headers = {
      'content-type': type,
      'accept-language': languageOfTerminal(),
      authorization: `Bearer ${this.token}`,
    };
    try {
      // a redirect would carry the token to another place
      return await fetch(new URL(path, this.url), { ...request, headers, redirect: 'error' });
    } catch (error) {
      const { cause, message } = error as Error;
      throw new UsageError(`${this.url}: ${cause instanceof Error ? cause.message : message}`);
    }
  }

  private async json(response: Response): Promise<unknown> {
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      throw new UsageError(`${this.url}: ${response.status}, not an exchange / 对方不是交易平台`);
    }
  }
}
