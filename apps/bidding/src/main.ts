import 'reflect-metadata';
import { hostDomain } from '@stx/platform';
import { BiddingModule } from '@stx/bidding';

await hostDomain('bidding', [BiddingModule]);
