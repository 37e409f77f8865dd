import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DepositHeld } from '@stx/contracts';
import { DomainDatabase, Jobs, subscribe, systemViewer, type StoredFact } from '@stx/platform';
import { LotDesk } from '../bid/lot-desk.js';
import { ROLES } from '../lot/lot-terms.js';

/** Settlement holds the money: the bidder may bid, if the lot has not opened yet (R11, R12). */
@Injectable()
export class QualifyBidderWhenDepositIsHeld implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(LotDesk) private readonly desk: LotDesk,
  ) {}

  onModuleInit(): Promise<void> {
    return subscribe(this.db, this.jobs, {
      name: 'bidding.qualify-bidder-when-deposit-is-held',
      source: 'settlement',
      types: ['DepositHeld'],
      handle: async (facts) => {
        for (const fact of facts) await this.hold(fact);
      },
    });
  }

  /** The desk commits by itself; should the subscription then lose its place, the request id makes it harmless. */
  private async hold({ id, data }: StoredFact): Promise<void> {
    const { lotId, registrationId: bidder, amount: held } = data as DepositHeld;
    const command = {
      type: 'deposit',
      by: ROLES.exchange,
      requestId: `deposit-${id}`,
      bidder,
      held,
    } as const;
    await this.desk.submit(lotId, command, systemViewer);
  }
}
