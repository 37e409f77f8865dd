import { filesSchema } from '@stx/files';
import type { DomainSchema } from '@stx/platform';
import { domains } from '../domains.js';
import { searchSchema } from '../search-engine.module.js';

/** Every schema of the exchange: the domains', uploaded files, the search tables. */
export async function loadSchemas(): Promise<DomainSchema[]> {
  const loaded = await Promise.all(domains.map((domain) => domain.load()));
  return [...loaded.map(({ schema }) => schema), filesSchema, searchSchema];
}
