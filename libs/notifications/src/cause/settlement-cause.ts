import { Inject, Injectable } from '@nestjs/common';
import type { DealOpened, DealPaid, DepositHeld, LotSold } from '@stx/contracts';
import { DomainDatabase, type StoredFact } from '@stx/platform';
import type { Kind } from '../notification/kinds.js';
import type { Told } from '../notification/told.js';
import { nothing, operators, type Cause } from './cause.js';
import { biddersOf, LotHistory, sellerOf } from './lot-history.js';

/** Money moves. */
@Injectable()
export class SettlementCause implements Cause {
  readonly source = 'settlement';
  readonly effects = {
    DepositHeld: (fact: StoredFact) => this.deposit(fact, 'DEPOSIT_RECEIVED'),
    DepositReleased: (fact: StoredFact) => this.deposit(fact, 'DEPOSIT_RELEASED'),
    DepositApplied: (fact: StoredFact) => this.deposit(fact, 'DEPOSIT_APPLIED'),
    DealOpened: (fact: StoredFact) => this.deal(fact, 'DEAL_OPENED', fact.data as DealOpened),
    DealPaid: (fact: StoredFact) => this.paid(fact),
    LedgerCheckFailed: ({ subjectId }: StoredFact): Told[] => [
      { kind: 'LEDGER_CHECK_FAILED', audience: operators, about: { key: subjectId, ref: null }, path: '/o' },
    ],
  };

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotHistory) private readonly lots: LotHistory,
  ) {}

  private async deposit({ data, at }: StoredFact, kind: Kind): Promise<Told[]> {
    const { lotId, organizationId, amount, currency } = data as DepositHeld;
    const lot = await this.lots.of(lotId, at);
    if (!lot || BigInt(amount) === 0n) return nothing;
    const audience = biddersOf(organizationId);
    return [{ kind, audience, about: lot.about, path: '/e/deposits', data: { amount, currency } }];
  }

  private async paid(fact: StoredFact): Promise<Told[]> {
    const [opened] = await this.db.factsAbout('settlement', fact.subjectId, ['DealOpened']);
    const { ref } = fact.data as DealPaid;
    return opened ? this.deal(fact, 'DEAL_PAID', { ...(opened.data as DealOpened), ref }) : nothing;
  }

  /** To both parties, whom the journal of bidding names; a sale that no lot led to has nobody to tell. */
  private async deal(
    { at }: StoredFact,
    kind: Kind,
    { ref, lotId, price, currency }: DealOpened,
  ): Promise<Told[]> {
    if (!lotId) return nothing;
    const lot = await this.lots.of(lotId, at);
    const [sold] = await this.db.factsAbout('bidding', lotId, ['LotSold']);
    if (!lot || !sold) return nothing;
    const { sellerId, buyerId } = sold.data as LotSold;
    const { key, titleZh, titleEn } = lot.about;
    const shared = { kind, about: { key, ref, titleZh, titleEn }, path: `/deals/${ref}` };
    const amounts = { amount: price, currency };
    return [
      { ...shared, audience: biddersOf(buyerId), data: { ...amounts, as: 'BIDDER' } },
      { ...shared, audience: sellerOf(sellerId), data: { ...amounts, as: 'SELLER' } },
    ];
  }
}
