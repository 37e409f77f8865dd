import 'reflect-metadata';
import { hostDomain } from '@stx/platform';
import { ExchangeIndexModule } from '@stx/exchange-index';

await hostDomain('exchange-index', [ExchangeIndexModule]);
