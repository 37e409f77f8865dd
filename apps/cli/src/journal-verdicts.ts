import type { INestApplicationContext } from '@nestjs/common';
import { domains } from '@stx/gateway';
import {
  DomainDatabase,
  domainDataSource,
  PLATFORM_OPTIONS,
  schemaOf,
  verifyJournal,
  type JournalVerdict,
  type PlatformOptions,
} from '@stx/platform';

/** Reads in one schema with the rights of its own role, and closes the connection. */
export async function inDomain<T>(
  app: INestApplicationContext,
  domain: string,
  read: (db: DomainDatabase) => Promise<T>,
): Promise<T> {
  const { databaseUrl } = app.get<PlatformOptions>(PLATFORM_OPTIONS);
  const source = await domainDataSource(databaseUrl, domain, [], 1).initialize();
  try {
    return await read(new DomainDatabase(schemaOf(domain), source));
  } finally {
    await source.destroy();
  }
}

/** Recomputes the hash chain of every domain's journal. */
export async function journalVerdicts(app: INestApplicationContext): Promise<JournalVerdict[]> {
  const verdicts: JournalVerdict[] = [];
  for (const { name } of domains) verdicts.push(await inDomain(app, name, verifyJournal));
  return verdicts;
}
