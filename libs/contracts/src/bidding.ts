/** Journal `bidding`. Subject: the lot. No reserve, maximum or sealed amount ever appears here. */
export type LotOffered = { ref: string; achievementId: string; sellerId: string };

export type LotScheduled = { ref: string; opensAt: number; closesAt: number };

/** Subject: the lot. Asks settlement for a deposit. */
export type BidderRegistered = {
  registrationId: string;
  lotRef: string;
  organizationId: string;
  depositAmount: string;
  currency: string;
};

export type LotOpened = { ref: string };

export type LotSold = {
  ref: string;
  titleZh: string | null;
  titleEn: string | null;
  fieldCode: string | null;
  achievementId: string;
  sellerId: string;
  buyerId: string;
  finalPrice: string;
  currency: string;
  /** Milliseconds since the epoch. */
  closedAt: number;
  isDemonstration: boolean;
};

/** UNSOLD or WITHDRAWN: every deposit of the lot is to be released. */
export type LotEndedWithoutSale = { ref: string; reason: string };
