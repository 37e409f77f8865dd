import { Inject, Injectable } from '@nestjs/common';
import type { DealPaid } from '@stx/contracts';
import { DomainDatabase, systemViewer, type Viewer } from '@stx/platform';
import { accounts } from '../ledger/accounts.js';
import { Ledger } from '../ledger/ledger.js';
import { DealEntity } from './deal.entity.js';

/** Once the buyer owes nothing, the seller gets the price and the deal is paid. */
@Injectable()
export class PaySeller {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Ledger) private readonly ledger: Ledger,
  ) {}

  /** Does nothing while something is due, or when the deal was paid before. */
  async run(deal: DealEntity, by: Viewer = systemViewer): Promise<void> {
    if (deal.state === 'PAID' || (await this.ledger.dueOf(deal.id)) !== 0n) return;
    deal.state = 'PAID';
    await this.db.repository(DealEntity).update(deal.id, { state: deal.state });
    await this.ledger.post({
      kind: 'SELLER_PAID',
      debit: accounts.sellerPayable(deal.id),
      credit: accounts.bank,
      amount: BigInt(deal.price),
      currency: deal.currency,
      at: new Date(),
      dealId: deal.id,
    });
    const data: DealPaid = { ref: deal.ref };
    this.db.record({ type: 'DealPaid', subjectId: deal.id, data, by });
  }
}
