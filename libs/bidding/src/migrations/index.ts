import type { DomainSchema } from '@stx/platform';
import { lotTables } from './001-lots.js';

export const biddingSchema: DomainSchema = {
  domain: 'bidding',
  migrations: [lotTables],
  appendOnly: ['lot_event', 'lot_reply', 'outage'],
};
