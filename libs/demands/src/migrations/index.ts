import type { DomainSchema } from '@stx/platform';
import { demandsTable } from './001-demands.js';

export const demandsSchema: DomainSchema = { domain: 'demands', migrations: [demandsTable] };
