import { Inject, Injectable } from '@nestjs/common';
import type {
  BidderNotQualified,
  BidderOutbid,
  BidderQualified,
  BidderRegistered,
  LotEndedWithoutSale,
  LotSold,
} from '@stx/contracts';
import type { StoredFact } from '@stx/platform';
import type { Kind } from '../notification/kinds.js';
import type { Told, ToldData } from '../notification/told.js';
import { RemindOfOpening } from '../reminder/remind-of-opening.js';
import { nothing, type Cause } from './cause.js';
import { biddersOf, LotHistory, type LotAt } from './lot-history.js';

/** A lot's life. Who else has registered, and what is hidden of a lot, is told to nobody. */
@Injectable()
export class BiddingCause implements Cause {
  readonly source = 'bidding';
  readonly effects = {
    LotScheduled: (fact: StoredFact) => this.scheduled(fact),
    LotPostponed: (fact: StoredFact) => this.postponed(fact),
    BidderRegistered: (fact: StoredFact) => this.registered(fact),
    BidderQualified: (fact: StoredFact) => this.qualified(fact),
    BidderNotQualified: (fact: StoredFact) => this.notQualified(fact),
    LotPaused: (fact: StoredFact) => this.everybody(fact, 'LOT_PAUSED', { reason: fact.reason }),
    LotResumed: (fact: StoredFact) => this.everybody(fact, 'LOT_RESUMED', { reason: fact.reason }),
    BidderOutbid: (fact: StoredFact) => this.outbid(fact),
    LotSold: (fact: StoredFact) => this.sold(fact),
    LotEndedWithoutSale: (fact: StoredFact) => this.endedWithoutSale(fact),
  };

  constructor(
    @Inject(LotHistory) private readonly lots: LotHistory,
    @Inject(RemindOfOpening) private readonly remindOfOpening: RemindOfOpening,
  ) {}

  private lotOf({ subjectId, at }: StoredFact): Promise<LotAt | null> {
    return this.lots.of(subjectId, at);
  }

  private async scheduled(fact: StoredFact): Promise<Told[]> {
    const lot = await this.lotOf(fact);
    if (!lot?.opensAt) return nothing;
    await this.remindOfOpening.plan(fact.subjectId, lot.opensAt, fact.at);
    const { seller: audience, about, path } = lot;
    return [{ kind: 'LOT_SCHEDULED', audience, about, path, data: { at: lot.opensAt.getTime() } }];
  }

  private async postponed(fact: StoredFact): Promise<Told[]> {
    const lot = await this.lotOf(fact);
    if (!lot?.opensAt) return nothing;
    await this.remindOfOpening.plan(fact.subjectId, lot.opensAt, fact.at);
    return this.everybody(fact, 'LOT_POSTPONED', { at: lot.opensAt.getTime() });
  }

  private async registered(fact: StoredFact): Promise<Told[]> {
    const { organizationId, depositAmount: amount, currency } = fact.data as BidderRegistered;
    const lot = await this.lotOf(fact);
    if (!lot || BigInt(amount) === 0n) return nothing;
    const { about, opensAt } = lot;
    return [
      {
        kind: 'DEPOSIT_REQUESTED',
        audience: biddersOf(organizationId),
        about,
        path: '/e/deposits',
        data: { amount, currency },
        ...(opensAt && { dueAt: opensAt }),
      },
    ];
  }

  private async qualified(fact: StoredFact): Promise<Told[]> {
    const lot = await this.lotOf(fact);
    if (!lot?.opensAt) return nothing;
    const { organizationId, registrationId } = fact.data as BidderQualified;
    const { about, path } = lot;
    const data = { at: lot.opensAt.getTime() };
    const audience = biddersOf(organizationId);
    return [{ kind: 'BIDDER_QUALIFIED', audience, about, path: `${path}/live`, data, cause: registrationId }];
  }

  private async notQualified(fact: StoredFact): Promise<Told[]> {
    const lot = await this.lotOf(fact);
    if (!lot) return nothing;
    const { organizationId, cause: name } = fact.data as BidderNotQualified;
    const { about, path } = lot;
    return [
      { kind: 'BIDDER_NOT_QUALIFIED', audience: biddersOf(organizationId), about, path, data: { name } },
    ];
  }

  /** One notification a lot and bidder, told anew each time: a hot lot does not fill the inbox. */
  private async outbid(fact: StoredFact): Promise<Told[]> {
    const lot = await this.lotOf(fact);
    if (!lot || lot.isEnded) return nothing;
    const { organizationId, price: amount, currency } = fact.data as BidderOutbid;
    return [
      {
        kind: 'OUTBID',
        audience: biddersOf(organizationId),
        about: lot.about,
        path: `${lot.path}/live`,
        data: { amount, currency },
        cause: fact.subjectId,
      },
    ];
  }

  /** The winner is named to nobody here; the parties of the deal see each other on its page. */
  private async sold(fact: StoredFact): Promise<Told[]> {
    const lot = await this.lotOf(fact);
    if (!lot) return nothing;
    const { finalPrice: amount, currency, buyerId } = fact.data as LotSold;
    const { about, path, seller, bidderIds } = lot;
    const shared = { about, path, data: { amount, currency } };
    const losers = bidderIds.filter((id) => id !== buyerId);
    return [
      { ...shared, kind: 'LOT_WON', audience: biddersOf(buyerId) },
      { ...shared, kind: 'LOT_SOLD', audience: seller },
      ...losers.map((id): Told => ({ ...shared, kind: 'LOT_NOT_WON', audience: biddersOf(id) })),
    ];
  }

  private endedWithoutSale(fact: StoredFact): Promise<Told[]> {
    const { outcome, reason } = fact.data as LotEndedWithoutSale;
    // before outcomes were told apart, only a withdrawal had a person's reason
    const isWithdrawn = outcome ? outcome === 'WITHDRAWN' : fact.reason !== null;
    return this.everybody(fact, isWithdrawn ? 'LOT_WITHDRAWN' : 'LOT_UNSOLD', { reason });
  }

  private async everybody(fact: StoredFact, kind: Kind, data: ToldData): Promise<Told[]> {
    const lot = await this.lotOf(fact);
    if (!lot) return nothing;
    const { about, path, seller, bidderIds } = lot;
    return [
      { kind, audience: seller, about, path, data: { ...data, as: 'SELLER' } },
      ...bidderIds.map((id): Told => ({
        kind,
        audience: biddersOf(id),
        about,
        path,
        data: { ...data, as: 'BIDDER' },
      })),
    ];
  }
}
