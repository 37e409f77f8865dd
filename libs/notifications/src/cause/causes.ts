import { Inject, Injectable } from '@nestjs/common';
import { AchievementsCause } from './achievements-cause.js';
import { BiddingCause } from './bidding-cause.js';
import type { Cause } from './cause.js';
import { IdentityCause } from './identity-cause.js';
import { MatchingCause } from './matching-cause.js';
import { OwnCause } from './own-cause.js';
import { SettlementCause } from './settlement-cause.js';

const silent = (source: string): Cause => ({ source, effects: {} });

/** Every journal of the exchange with what it tells; identity first, so that a rebuild knows people before all else. */
@Injectable()
export class Causes {
  readonly all: readonly Cause[];

  constructor(
    @Inject(IdentityCause) identity: IdentityCause,
    @Inject(AchievementsCause) achievements: AchievementsCause,
    @Inject(MatchingCause) matching: MatchingCause,
    @Inject(BiddingCause) bidding: BiddingCause,
    @Inject(SettlementCause) settlement: SettlementCause,
    @Inject(OwnCause) own: OwnCause,
  ) {
    this.all = [
      ...[identity, achievements, silent('demands'), matching, bidding, settlement],
      ...[silent('exchange_index'), own],
    ];
  }
}
