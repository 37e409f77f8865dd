import { Inject, Injectable } from '@nestjs/common';
import type { BidderRegistered, LotOffered, LotPostponed, LotScheduled, LotSold } from '@stx/contracts';
import { DomainDatabase } from '@stx/platform';
import type { Audience, ToldCase } from '../notification/told.js';

const TYPES = [
  'LotOffered',
  'LotScheduled',
  'LotPostponed',
  'BidderRegistered',
  'LotOpened',
  'LotSold',
  'LotEndedWithoutSale',
];

/** A lot up to a moment, as the journal of bidding tells it. */
export interface LotAt {
  about: ToldCase;
  path: string;
  opensAt: Date | null;
  /** Has it opened or ended? */
  isBegun: boolean;
  isEnded: boolean;
  seller: Audience;
  /** Organizations that have registered to bid. */
  bidderIds: string[];
  sale: LotSold | null;
}

export const biddersOf = (organizationId: string): Audience => ({ organizationId, roles: ['BUYER'] });
export const sellerOf = (organizationId: string): Audience => ({ organizationId, roles: ['OFFICER'] });

/** Reads a lot's past from its journal instead of keeping a copy: what a notification says does not hang on when. */
@Injectable()
export class LotHistory {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** @param until facts after this moment are not seen. Null for a lot that nobody has scheduled by then */
  async of(lotId: string, until: Date): Promise<LotAt | null> {
    const facts = (await this.db.factsAbout('bidding', lotId, TYPES)).filter(({ at }) => at <= until);
    const last = <T>(type: string) => facts.findLast((fact) => fact.type === type)?.data as T | undefined;
    const scheduled = last<LotScheduled>('LotScheduled');
    const offered = last<LotOffered>('LotOffered');
    if (!scheduled || !offered) return null;
    const sale = last<LotSold>('LotSold') ?? null;
    const { ref } = scheduled;
    const { opensAt } = last<LotPostponed>('LotPostponed') ?? scheduled;
    const isEnded = sale !== null || last('LotEndedWithoutSale') !== undefined;
    const bidders = facts.filter(({ type }) => type === 'BidderRegistered');
    return {
      // lots that were scheduled before titles were told have none until they are sold
      about: {
        key: lotId,
        ref,
        titleZh: scheduled.titleZh ?? sale?.titleZh ?? null,
        titleEn: scheduled.titleEn ?? sale?.titleEn ?? null,
      },
      path: `/lots/${ref}`,
      opensAt: new Date(opensAt),
      isBegun: isEnded || last('LotOpened') !== undefined,
      isEnded,
      seller: sellerOf(offered.sellerId),
      bidderIds: [...new Set(bidders.map(({ data }) => (data as BidderRegistered).organizationId))],
      sale,
    };
  }
}
