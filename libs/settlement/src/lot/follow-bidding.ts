import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainDatabase, Jobs, subscribe, type StoredFact } from '@stx/platform';
import { OpenDealWhenLotIsSold } from '../deal/open-deal-when-lot-is-sold.js';
import { RequestDepositWhenBidderRegisters } from '../deposit/request-deposit-when-bidder-registers.js';
import { ReleaseDepositsWhenLotEndsWithoutSale } from './release-deposits-when-lot-ends-without-sale.js';

/** One subscription for the three causes, so that a lot's registrations are handled before its end. */
@Injectable()
export class FollowBidding implements OnModuleInit {
  private readonly effects: Record<string, { run(fact: StoredFact): Promise<void> }>;

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(RequestDepositWhenBidderRegisters) requestDeposit: RequestDepositWhenBidderRegisters,
    @Inject(OpenDealWhenLotIsSold) openDeal: OpenDealWhenLotIsSold,
    @Inject(ReleaseDepositsWhenLotEndsWithoutSale) releaseDeposits: ReleaseDepositsWhenLotEndsWithoutSale,
  ) {
    this.effects = {
      BidderRegistered: requestDeposit,
      LotSold: openDeal,
      LotEndedWithoutSale: releaseDeposits,
    };
  }

  async onModuleInit(): Promise<void> {
    await subscribe(this.db, this.jobs, {
      name: 'settlement.follow-bidding',
      source: 'bidding',
      types: Object.keys(this.effects),
      handle: async (facts) => {
        for (const fact of facts) await this.effects[fact.type]!.run(fact);
      },
    });
  }
}
