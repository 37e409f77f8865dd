import type { DomainSchema } from '@stx/platform';
import { demandsTable } from './001-demands.js';
import { demandSources } from './002-demand-sources.js';

export const demandsSchema: DomainSchema = { domain: 'demands', migrations: [demandsTable, demandSources] };
