import type { BiddingPhase } from '../state/phases.js';

/** One bid of an opened ballot, in the order in which the public sees them (R52). */
export type UnsealedBid = {
  readonly bidder: string;
  readonly amount: string;
  /** "n/d" in lowest terms; null where the format does not score or the bid is not eligible (R46). */
  readonly score: string | null;
};

/** What each kind of event tells (R6). Complete and secret: who may see it is decided outside. Ready for JSON. */
export type EventData = {
  readonly OPENED: {
    readonly phase: BiddingPhase;
    readonly closesAt: number;
    readonly stepEndsAt: number | null;
    readonly price: string | null;
    readonly qualified: readonly string[];
  };
  readonly BID: {
    readonly bidder: string;
    /** The amount of a plain bid, or the maximum of a `maxBid`. */
    readonly amount: string;
    readonly kind: 'bid' | 'maxBid';
    readonly price: string;
    readonly leader: string;
    readonly leaderMax: string;
    readonly bids: number;
    readonly closesAt: number;
    readonly cycle: number;
  };
  readonly MAX_SET: { readonly bidder: string; readonly max: string };
  readonly CYCLE: { readonly cycle: number; readonly closesAt: number };
  readonly STEP: { readonly step: number; readonly price: string; readonly stepEndsAt: number };
  readonly ACCEPTED: { readonly bidder: string; readonly step: number; readonly price: string };
  readonly ORDERED: { readonly buyer: string; readonly price: string; readonly stockLeft: number | null };
  readonly SEALED_BID: { readonly bidder: string; readonly amount: string };
  readonly SEALED_WITHDRAWN: { readonly bidder: string };
  readonly DEPOSIT_SET: { readonly bidder: string; readonly held: string };
  readonly SCORED: { readonly bidder: string; readonly points: number; readonly jury: string };
  readonly UNSEAL_VOTE: { readonly officer: string };
  readonly UNSEALED: { readonly bids: readonly UnsealedBid[] };
  readonly PAUSED: { readonly by: string; readonly reason: string; readonly remaining: number };
  readonly RESUMED: {
    readonly by: string;
    readonly phase: BiddingPhase;
    readonly closesAt: number;
    readonly stepEndsAt: number | null;
    readonly capAt: number | null;
  };
  /** The clock after moving; while PAUSED `closesAt` is the one before the pause. */
  readonly OUTAGE: {
    readonly from: number;
    readonly to: number;
    readonly opensAt: number;
    readonly closesAt: number;
    readonly stepEndsAt: number | null;
    readonly capAt: number | null;
    readonly hammerDueAt: number | null;
  };
  readonly CLOSED: Readonly<Record<never, never>>;
  readonly HAMMER: { readonly by: string };
  readonly SOLD: { readonly winner: string | null; readonly price: string; readonly units: number };
  readonly UNSOLD: { readonly reason: UnsoldReason };
  readonly WITHDRAWN: { readonly by: string; readonly reason: string };
};

export type EventType = keyof EventData;

/** R49, apart from the free text of a withdrawal. */
export type UnsoldReason =
  | 'NO_BID'
  | 'NO_VALID_BID'
  | 'RESERVE_NOT_MET'
  | 'NO_QUALIFIED_BIDDER'
  | 'NOT_ENOUGH_BIDDERS'
  | 'SOLE_BIDDER_AGREEMENT';

export type EventOf<T extends EventType> = {
  readonly seq: number;
  readonly at: number;
  readonly type: T;
  readonly data: EventData[T];
};

/** An event of a lot: a plain fact, numbered without gap (R6). */
export type AuctionEvent = { [T in EventType]: EventOf<T> }[EventType];
