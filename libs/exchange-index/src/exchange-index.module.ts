import { Module } from '@nestjs/common';
import { DomainDatabaseModule, subgraphModule } from '@stx/platform';
import { StatisticsResolver } from './statistics/statistics.resolver.js';
import { Statistics } from './statistics/statistics.service.js';
import { TradeLog } from './trade/trade-log.js';

@Module({
  imports: [
    DomainDatabaseModule.for('exchange-index', []),
    subgraphModule(
      'exchange-index',
      () => ExchangeIndexModule,
      new URL('./exchange-index.graphql', import.meta.url),
    ),
  ],
  providers: [TradeLog, Statistics, StatisticsResolver],
  exports: [TradeLog],
})
export class ExchangeIndexModule {}
