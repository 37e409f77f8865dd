/** Journal `bidding`. Subject: the lot. No reserve, maximum or sealed amount ever appears here. */
export type LotOffered = { ref: string; achievementId: string; sellerId: string };

/** Subject: the lot. Times are milliseconds since the epoch. */
export type LotScheduled = {
  ref: string;
  titleZh: string | null;
  titleEn: string | null;
  sellerId: string;
  opensAt: number;
  closesAt: number;
};

/** Subject: the lot. Its opening was missed while the exchange was down, and is now later (R26). */
export type LotPostponed = { ref: string; opensAt: number; closesAt: number };

/** Subject: the lot. Asks settlement for a deposit. */
export type BidderRegistered = {
  registrationId: string;
  lotRef: string;
  organizationId: string;
  depositAmount: string;
  currency: string;
};

/** Subject: the lot. The bidder's deposit is held in time and in full: it may bid. */
export type BidderQualified = { ref: string; registrationId: string; organizationId: string };

/** Subject: the lot. The deposit came after the opening, or is less than required (R12). */
export type BidderNotQualified = BidderQualified & { cause: 'LATE' | 'SHORT' };

export type LotOpened = { ref: string };

/** Subject: the lot. Somebody else leads; `price` is the one that everybody sees. */
export type BidderOutbid = { ref: string; organizationId: string; price: string; currency: string };

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
export type LotEndedWithoutSale = { ref: string; outcome?: 'UNSOLD' | 'WITHDRAWN'; reason: string };
