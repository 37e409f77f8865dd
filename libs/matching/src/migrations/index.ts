import type { DomainSchema } from '@stx/platform';
import { snapshotTables } from './001-snapshots.js';
import { announcedMatches } from './002-announced-matches.js';

export const matchingSchema: DomainSchema = {
  domain: 'matching',
  migrations: [snapshotTables, announcedMatches],
};
