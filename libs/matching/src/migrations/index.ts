import type { DomainSchema } from '@stx/platform';
import { snapshotTables } from './001-snapshots.js';

export const matchingSchema: DomainSchema = { domain: 'matching', migrations: [snapshotTables] };
