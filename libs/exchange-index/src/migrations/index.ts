import type { DomainSchema } from '@stx/platform';
import { tradeTable } from './001-trade.js';

export const exchangeIndexSchema: DomainSchema = { domain: 'exchange-index', migrations: [tradeTable] };
