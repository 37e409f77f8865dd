import { filesSchema } from '@stx/files';
import type { DomainSchema } from '@stx/platform';
import { domains } from '../domains.js';
import { searchSchema } from '@stx/installation';

/** Every schema of the exchange: the domains', uploaded files, the search tables. */
export const allSchemas: DomainSchema[] = [...domains.map(({ schema }) => schema), filesSchema, searchSchema];
