import type { AuctionEvent, EventData, EventType } from '../events/auction-event.js';
import { isPublic } from '../events/public-types.js';
import { TRAITS } from '../lot/formats.js';
import type { LotState } from './lot-state.js';
import { isBidding } from './phases.js';

type Facts = Omit<LotState, 'lot' | 'participants' | 'seq' | 'published' | 'ledger'>;
type Moment = { readonly at: number; readonly seq: number };
type Transition<T extends EventType> = (
  state: LotState,
  data: EventData[T],
  moment: Moment,
) => Partial<Facts>;

/** What each event changes. Nothing is judged here: an event is a fact. */
const TRANSITIONS: { readonly [T in EventType]: Transition<T> } = {
  OPENED: (_state, { phase, closesAt, stepEndsAt, price, qualified }) => ({
    phase,
    closesAt,
    stepEndsAt,
    price: price === null ? null : BigInt(price),
    qualifiedAtOpening: new Set(qualified),
  }),
  BID: (state, { bidder, price, leader, leaderMax, bids, closesAt, cycle }) => ({
    price: BigInt(price),
    leader,
    leaderMax: BigInt(leaderMax),
    bids,
    closesAt,
    cycle,
    entrants: state.phase === 'FREE' ? state.entrants.set(bidder, true) : state.entrants,
  }),
  MAX_SET: (_state, { max }) => ({ leaderMax: BigInt(max) }),
  CYCLE: (_state, { cycle, closesAt }) => ({ phase: 'CYCLE', cycle, closesAt }),
  STEP: (_state, { step, price, stepEndsAt }) => ({ step, price: BigInt(price), stepEndsAt }),
  ACCEPTED: (_state, { bidder, price }) => ({ leader: bidder, price: BigInt(price) }),
  ORDERED: (state, { buyer }, { seq }) => ({ sales: state.sales.set(buyer, seq) }),
  SEALED_BID: (state, { bidder, amount }, { seq }) => ({
    envelopes: state.envelopes.set(bidder, { amount: BigInt(amount), seq }),
  }),
  SEALED_WITHDRAWN: (state, { bidder }) => ({ envelopes: state.envelopes.delete(bidder) }),
  DEPOSIT_SET: (state, { bidder, held }) => ({ deposits: state.deposits.set(bidder, BigInt(held)) }),
  SCORED: (state, { bidder, points }) => ({ scores: state.scores.set(bidder, points) }),
  UNSEAL_VOTE: (state, { officer }) => ({ votes: [...state.votes, officer] }),
  UNSEALED: (state, _data, { at }) => ({ phase: 'CLOSED', hammerDueAt: hammerDue(state, at) }),
  PAUSED: (state, { remaining }) => ({
    phase: 'PAUSED',
    pausedPhase: isBidding(state.phase) ? state.phase : state.pausedPhase,
    remaining,
  }),
  RESUMED: (_state, { phase, closesAt, stepEndsAt, capAt }) => ({
    phase,
    closesAt,
    stepEndsAt,
    capAt,
    pausedPhase: null,
    remaining: null,
  }),
  OUTAGE: (_state, { opensAt, closesAt, stepEndsAt, capAt, hammerDueAt }) => ({
    opensAt,
    closesAt,
    stepEndsAt,
    capAt,
    hammerDueAt,
  }),
  CLOSED: (state, _data, { at }) => {
    const { sealed } = TRAITS[state.lot.format];
    return {
      phase: sealed && state.lot.opening === 'TWO_OFFICERS' ? 'OPENING' : 'CLOSED',
      closesAt: at,
      hammerDueAt: sealed ? null : hammerDue(state, at),
    };
  },
  HAMMER: () => ({}),
  SOLD: (_state, { winner, price }) => ({
    phase: 'SOLD',
    price: BigInt(price),
    leader: winner,
    verdict: { state: 'SOLD', winner, price: BigInt(price), reason: null },
  }),
  UNSOLD: (_state, { reason }) => ({
    phase: 'UNSOLD',
    verdict: { state: 'UNSOLD', winner: null, price: null, reason },
  }),
  WITHDRAWN: (_state, { reason }) => ({
    phase: 'WITHDRAWN',
    pausedPhase: null,
    remaining: null,
    verdict: { state: 'WITHDRAWN', winner: null, price: null, reason },
  }),
};

/** R22: the timeout runs from the moment at which the lot begins to wait. */
function hammerDue({ lot: { hammer } }: LotState, at: number): number | null {
  return hammer.mode === 'AUCTIONEER' ? at + hammer.timeoutMs : null;
}

/** The state after an event. Folding a lot's events over `openLot` gives its state, apart from the ledger. */
export function evolve(state: LotState, event: AuctionEvent): LotState {
  const transition = TRANSITIONS[event.type] as Transition<EventType>;
  return {
    ...state,
    ...transition(state, event.data, event),
    seq: event.seq,
    published: isPublic(event.type) ? state.published + 1 : state.published,
  };
}
