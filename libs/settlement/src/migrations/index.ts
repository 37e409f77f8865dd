import type { DomainSchema } from '@stx/platform';
import { ledgerTables } from './001-ledger.js';
import { dealTables } from './002-deals.js';
import { regionTable } from './003-regions.js';

export const settlementSchema: DomainSchema = {
  domain: 'settlement',
  migrations: [ledgerTables, dealTables, regionTable],
};
