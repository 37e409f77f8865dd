export { SettlementModule } from './settlement.module.js';
export { settlementSchema } from './migrations/index.js';
export { LedgerCheck, type LedgerVerdict } from './ledger/ledger-check.js';
export { SeedDeals, type SeedDeal } from './deal/seed-deals.js';
