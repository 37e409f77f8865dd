import type { DomainSchema } from '@stx/platform';

/** Nothing but the journal of what operators did, and the right to see where every subscriber stands. */
export const operationsSchema: DomainSchema = { domain: 'operations', migrations: [], oversees: true };
