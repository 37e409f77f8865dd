import { Inject, Injectable } from '@nestjs/common';
import type { LotSold } from '@stx/contracts';
import { DomainDatabase, newId, nextRefs, type StoredFact } from '@stx/platform';
import { accounts } from '../ledger/accounts.js';
import { Ledger } from '../ledger/ledger.js';
import { LotEnds } from '../lot/lot-ends.js';
import { DealEntity } from './deal.entity.js';
import { dealOpened } from './deal-fact.js';

/** A sold lot becomes a deal, once; the winner's deposit becomes part of the price and the others go back. */
@Injectable()
export class OpenDealWhenLotIsSold {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LotEnds) private readonly lotEnds: LotEnds,
  ) {}

  async run(fact: StoredFact): Promise<void> {
    const deals = this.db.repository(DealEntity);
    if (await deals.existsBy({ lotId: fact.subjectId })) return;
    const deal = await this.dealOf(fact.subjectId, fact.data as LotSold);
    await deals.insert(deal);
    await this.ledger.post({
      kind: 'DEAL_OPENED',
      debit: accounts.buyerReceivable(deal.id),
      credit: accounts.sellerPayable(deal.id),
      amount: BigInt(deal.price),
      currency: deal.currency,
      at: new Date(),
      dealId: deal.id,
    });
    this.db.record(dealOpened(deal));
    await this.lotEnds.end(fact.subjectId, deal);
  }

  /** The whole price counts as technology until the contract is recognized. */
  private async dealOf(lotId: string, sold: LotSold): Promise<DealEntity> {
    const closedAt = new Date(sold.closedAt);
    const [ref] = await nextRefs(this.db, 'T', 1, closedAt);
    const [originRegion, destinationRegion] = await this.regionsOf([sold.sellerId, sold.buyerId]);
    return {
      id: newId(),
      ref: ref!,
      state: 'OPEN',
      mode: 'BIDDING',
      contractKind: 'TRANSFER',
      lotId,
      sellerId: sold.sellerId,
      buyerId: sold.buyerId,
      titleZh: sold.titleZh,
      titleEn: sold.titleEn,
      fieldCode: sold.fieldCode,
      price: sold.finalPrice,
      technologyAmount: sold.finalPrice,
      currency: sold.currency,
      originRegion: originRegion!,
      destinationRegion: destinationRegion!,
      closedAt,
      isDemonstration: sold.isDemonstration,
    };
  }

  /** Region codes in the order of `organizationIds`; null where identity named none. */
  private async regionsOf(organizationIds: string[]): Promise<(string | null)[]> {
    const rows = await this.db.query<{ id: string; code: string }>(
      'SELECT organization_id AS id, region_code AS code FROM organization_region WHERE organization_id = ANY ($1)',
      [organizationIds],
    );
    return organizationIds.map((id) => rows.find((row) => row.id === id)?.code ?? null);
  }
}
