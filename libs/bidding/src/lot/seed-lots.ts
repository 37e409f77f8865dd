import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, systemViewer, type Member } from '@stx/platform';
import { LotClock } from '../bid/lot-clock.js';
import { RegisterToBid } from '../registration/register-to-bid.js';
import { checkedPrices, insertOffer } from './offer-lot.js';
import { freezeTerms } from './schedule-lot.js';

/** A demonstration lot. Amounts are minor units, times milliseconds since the epoch, parties organization ids. */
export interface SeedLot {
  achievementId: string;
  fieldCode?: string | null;
  titleZh?: string | null;
  titleEn?: string | null;
  sellerId: string;
  brokerId: string;
  brokerPersonId: string;
  startPrice: string;
  bidStep: string;
  reservePrice?: string | null;
  depositAmount: string;
  opensAt: number;
  closesAt: number;
  extensionWindowSeconds: number;
  extensionSeconds: number;
  hammerByHand?: boolean;
  /** Already registered; they qualify when settlement confirms their deposits. */
  bidders?: { personId: string; organizationId: string }[];
}

/** Brings demonstration lots straight to SCHEDULED, through the same doors as real ones. */
@Injectable()
export class SeedLots {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(RegisterToBid) private readonly registerToBid: RegisterToBid,
    @Inject(LotClock) private readonly clock: LotClock,
  ) {}

  /** @returns ids in the order given */
  async run(lots: SeedLot[]): Promise<string[]> {
    const ids = await this.db.change(async () => {
      const seeded: string[] = [];
      for (const lot of lots) seeded.push(await this.seed(lot));
      return seeded;
    });
    this.clock.look();
    return ids;
  }

  private async seed(lot: SeedLot): Promise<string> {
    const { achievementId, sellerId, fieldCode = null, titleZh = null, titleEn = null } = lot;
    const prices = checkedPrices({
      startPriceAmount: lot.startPrice,
      bidStepAmount: lot.bidStep,
      reservePriceAmount: lot.reservePrice ?? null,
      depositAmount: lot.depositAmount,
    });
    const offer = { achievementId, sellerId, fieldCode, titleZh, titleEn, prices, isDemonstration: true };
    const id = await insertOffer(this.db, systemViewer, offer);
    await freezeTerms(this.db, systemViewer, id, {
      brokerId: lot.brokerId,
      brokerPersonId: lot.brokerPersonId,
      opensAt: lot.opensAt,
      closesAt: lot.closesAt,
      windowSeconds: lot.extensionWindowSeconds,
      extensionSeconds: lot.extensionSeconds,
      hammerByHand: lot.hammerByHand ?? false,
    });
    for (const bidder of lot.bidders ?? []) await this.registerToBid.register(actingFor(bidder), id);
    return id;
  }
}

const actingFor = (bidder: { personId: string; organizationId: string }): Member => ({
  ...bidder,
  roles: ['BUYER'],
  language: 'zh-CN',
  isSystem: false,
});
