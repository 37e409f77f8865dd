import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ColumnMapping, ImportResult } from '@stx/row-files';
import { UsageError } from './output.js';
import { RemoteExchange } from './remote-exchange.js';

type Job = Omit<ImportResult, 'errors'> & { state: string; failure: string | null };

const START = `mutation ($input: ImportAchievementsInput!) { importAchievements(input: $input) {
  ... on ImportJob { id } ... on Refusal { code message } } }`;
const JOB = `query ($id: ID!) { importJob(id: $id) { state failure read created updated unchanged refused } }`;
const ERRORS = `query ($id: ID!, $after: Int) { importErrors(id: $id, after: $after) { row column rule message } }`;
const WHOSE = '{ viewer { organization { ref creditCode } } }';
const LOOK_AGAIN_MS = 500;

export interface RemoteImport {
  url: string;
  file: string;
  /** Must be the token's own organization, when given. */
  organization: string | undefined;
  mapping: ColumnMapping | undefined;
  dryRun: boolean;
}

/** The same import, by a running exchange: uploads the file, waits for the job and fetches every refused row. */
export async function importRemotely(work: RemoteImport): Promise<ImportResult> {
  const { url, file, organization, mapping = {}, dryRun } = work;
  const exchange = new RemoteExchange(url);
  if (organization !== undefined) await checkOrganization(exchange, organization);
  const uploadId = await exchange.upload(file);
  const input = {
    requestId: randomUUID(),
    uploadId,
    dryRun,
    mapping: Object.entries(mapping).map(([field, column]) => ({ field, column })),
  };
  const { importAchievements: started } = await exchange.ask<{
    importAchievements: { id?: string; code?: string; message?: string };
  }>(START, { input });
  const { id, code, message } = started;
  if (!id) throw new UsageError(`${file}: ${message} (${code})`);
  const { state, failure, ...counts } = await ended(exchange, id);
  if (state === 'FAILED') throw new UsageError(`${file}: ${failure}`);
  return { ...counts, errors: await refusedRows(exchange, id) };
}

async function checkOrganization(exchange: RemoteExchange, code: string): Promise<void> {
  const { viewer } = await exchange.ask<{
    viewer: { organization: { ref: string; creditCode: string | null } | null } | null;
  }>(WHOSE);
  const own = viewer?.organization;
  if (!own || (own.ref !== code && own.creditCode !== code))
    throw new UsageError(`${code}: not the organization of the token / 不是令牌所属的机构`);
}

async function ended(exchange: RemoteExchange, id: string): Promise<Job> {
  for (;;) {
    const { importJob } = await exchange.ask<{ importJob: Job }>(JOB, { id });
    if (importJob.state !== 'RUNNING') return importJob;
    await wait(LOOK_AGAIN_MS);
  }
}

async function refusedRows(exchange: RemoteExchange, id: string): Promise<ImportResult['errors']> {
  const errors: ImportResult['errors'] = [];
  for (;;) {
    const after = errors.at(-1)?.row ?? 0;
    const { importErrors: page } = await exchange.ask<{ importErrors: ImportResult['errors'] }>(ERRORS, {
      id,
      after,
    });
    if (page.length === 0) return errors;
    errors.push(...page);
  }
}
