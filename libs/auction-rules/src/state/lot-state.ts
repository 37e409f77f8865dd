import type { Lot } from '../lot/lot.js';
import { readParticipants, type Participant, type ParticipantInput } from '../people/participant.js';
import type { StoredReply } from '../commands/reply.js';
import { PersistentMap } from './persistent-map.js';
import type { BiddingPhase, FinalPhase, Phase } from './phases.js';

/** A live envelope (R42): its amount and its place in time. */
export type Envelope = { readonly amount: bigint; readonly seq: number };

/** How a lot ended, without the sales of FIXED_PRICE, which are in `sales` (R49). */
export type Verdict = {
  readonly state: FinalPhase;
  readonly winner: string | null;
  readonly price: bigint | null;
  readonly reason: string | null;
};

/** What is known of commands rather than of events: it is not a fold of the events. */
export type Ledger = {
  /** R26: an outage cannot have begun before a command that was handled. */
  readonly lastCommandAt: number | null;
  /** R16, keyed by who and request id. */
  readonly replies: PersistentMap<StoredReply>;
};

/**
 * A lot at one moment: the given lot and participants, the fold of its events, and the ledger of its commands.
 * Immutable; each decision gives a new one that shares what did not change.
 */
export type LotState = {
  readonly lot: Lot;
  readonly participants: ReadonlyMap<string, Participant>;

  readonly seq: number;
  /** How many public events there are (R51). */
  readonly published: number;
  readonly phase: Phase;
  readonly opensAt: number;
  /** The legal clock (R20). While PAUSED it is kept as before the pause, though nobody is shown it (R23). */
  readonly closesAt: number;
  readonly capAt: number | null;
  readonly pausedPhase: BiddingPhase | null;
  readonly remaining: number | null;
  readonly hammerDueAt: number | null;
  /** The list that the opening froze (R12). */
  readonly qualifiedAtOpening: ReadonlySet<string> | null;

  readonly price: bigint | null;
  readonly leader: string | null;
  /** The one maximum that lives on (R34); a plain bid is a maximum equal to its amount. */
  readonly leaderMax: bigint | null;
  readonly bids: number;
  readonly entrants: PersistentMap<true>;
  readonly cycle: number;
  readonly step: number;
  readonly stepEndsAt: number | null;

  readonly envelopes: PersistentMap<Envelope>;
  readonly scores: PersistentMap<number>;
  readonly votes: readonly string[];
  /** Buyer and the `seq` of the order (R48). */
  readonly sales: PersistentMap<number>;
  readonly deposits: PersistentMap<bigint>;

  readonly verdict: Verdict | null;
  readonly ledger: Ledger;
};

/** A lot before its first event. Throws RangeError for a list of participants that R10 forbids. */
export function openLot(lot: Lot, participants: Iterable<ParticipantInput>): LotState {
  return {
    lot,
    participants: readParticipants(participants),
    seq: 0,
    published: 0,
    phase: 'SCHEDULED',
    opensAt: lot.opensAt,
    closesAt: lot.closesAt,
    capAt: lot.softClose?.capAt ?? null,
    pausedPhase: null,
    remaining: null,
    hammerDueAt: null,
    qualifiedAtOpening: null,
    price: null,
    leader: null,
    leaderMax: null,
    bids: 0,
    entrants: PersistentMap.empty(),
    cycle: 0,
    step: 0,
    stepEndsAt: null,
    envelopes: PersistentMap.empty(),
    scores: PersistentMap.empty(),
    votes: [],
    sales: PersistentMap.empty(),
    deposits: PersistentMap.empty(),
    verdict: null,
    ledger: { lastCommandAt: null, replies: PersistentMap.empty() },
  };
}
