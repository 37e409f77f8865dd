import { Inject, Injectable } from '@nestjs/common';
import type { DealPaid } from '@stx/contracts';
import { DomainDatabase, newId, nextRefs, systemViewer } from '@stx/platform';
import { accounts } from '../ledger/accounts.js';
import { Ledger, type Posting } from '../ledger/ledger.js';
import { DealEntity } from './deal.entity.js';
import { dealOpened } from './deal-fact.js';

/** A past sale of the demonstration. Amounts are minor units (CNY), decimal. */
export interface SeedDeal {
  titleZh: string | null;
  titleEn: string | null;
  sellerId: string;
  buyerId: string;
  fieldCode: string | null;
  contractKind: string;
  mode: DealEntity['mode'];
  price: string;
  /** At most the price. */
  technologyAmount: string;
  originRegion: string | null;
  destinationRegion: string | null;
  closedAt: Date;
}

const BATCH = 500;

/** Past deals for the demonstration: marked as such, paid on the day they closed, with their journals and facts. */
@Injectable()
export class SeedDeals {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Ledger) private readonly ledger: Ledger,
  ) {}

  /** Not idempotent: each call makes new deals. Numbered in the order of `closedAt`, 500 to a change. */
  async run(seeds: readonly SeedDeal[]): Promise<void> {
    const oldestFirst = seeds.toSorted((a, b) => a.closedAt.getTime() - b.closedAt.getTime());
    for (let i = 0; i < oldestFirst.length; i += BATCH) {
      await this.db.change(() => this.insert(oldestFirst.slice(i, i + BATCH)));
    }
  }

  private async insert(seeds: SeedDeal[]): Promise<void> {
    const refs = await this.refsFor(seeds);
    const deals = seeds.map((seed, i): DealEntity => ({
      ...seed,
      id: newId(),
      ref: refs[i]!,
      state: 'PAID',
      lotId: null,
      currency: 'CNY',
      isDemonstration: true,
    }));
    await this.db.repository(DealEntity).insert(deals);
    await this.ledger.post(...deals.flatMap(journalsOf));
    for (const deal of deals) {
      const data: DealPaid = { ref: deal.ref };
      this.db.record(dealOpened(deal), { type: 'DealPaid', subjectId: deal.id, data, by: systemViewer });
    }
  }

  /** Public numbers of each deal's own year; `seeds` are in order of time. */
  private async refsFor(seeds: SeedDeal[]): Promise<string[]> {
    const years = Map.groupBy(seeds, ({ closedAt }) => closedAt.getUTCFullYear());
    const refs: string[] = [];
    for (const ofYear of years.values())
      refs.push(...(await nextRefs(this.db, 'T', ofYear.length, ofYear[0]!.closedAt)));
    return refs;
  }
}

function journalsOf(deal: DealEntity): Posting[] {
  const [receivable, payable] = [accounts.buyerReceivable(deal.id), accounts.sellerPayable(deal.id)];
  const common = { amount: BigInt(deal.price), currency: deal.currency, at: deal.closedAt, dealId: deal.id };
  return [
    { ...common, kind: 'DEAL_OPENED', debit: receivable, credit: payable },
    { ...common, kind: 'PAYMENT_RECEIVED', debit: accounts.bank, credit: receivable },
    { ...common, kind: 'SELLER_PAID', debit: payable, credit: accounts.bank },
  ];
}
