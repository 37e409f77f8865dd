/** Journal `settlement`. Subject: the deposit. */
export type DepositHeld = {
  registrationId: string;
  lotId: string;
  organizationId: string;
  amount: string;
  currency: string;
};

/** Subject: the deposit. The loser's money goes back. */
export type DepositReleased = DepositHeld;

/** Subject: the deposit. The winner's deposit became part of the price. */
export type DepositApplied = DepositHeld;

/** Subject: the deal. Everything a statistician needs of a sale, parties by id. */
export type DealOpened = {
  ref: string;
  /** Null for a sale that no lot led to. */
  lotId: string | null;
  mode: string;
  contractKind: string;
  fieldCode: string | null;
  price: string;
  technologyAmount: string;
  currency: string;
  originRegion: string | null;
  destinationRegion: string | null;
  /** Milliseconds since the epoch. */
  closedAt: number;
  isDemonstration: boolean;
};

export type DealPaid = { ref: string };

/** Subject: none, a fresh id. The ledger no longer agrees with itself or with what it is kept for. */
export type LedgerCheckFailed = { journals: number };
