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
