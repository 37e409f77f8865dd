export { ExchangeIndexModule } from './exchange-index.module.js';
export { exchangeIndexSchema } from './migrations/index.js';
export { TradeLog } from './trade/trade-log.js';
