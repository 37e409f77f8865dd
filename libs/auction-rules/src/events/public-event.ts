import { TRAITS } from '../lot/formats.js';
import { satisfiesReserve } from '../closing/reserve.js';
import type { LotState } from '../state/lot-state.js';
import type { AuctionEvent, EventData, UnsealedBid } from './auction-event.js';
import { isPublic, type PublicType } from './public-types.js';

/** A line of the public stream (R51, R52): own numbering, codes instead of people, no `seq`. */
export type PublicEvent = {
  readonly n: number;
  readonly at: number;
  readonly type: PublicType;
  readonly [field: string]: unknown;
};

type Projection<T extends PublicType> = (
  before: LotState,
  data: EventData[T],
) => Readonly<Record<string, unknown>>;

/** The further fields of each public event: exactly those of R52. */
const PROJECTIONS: { readonly [T in PublicType]: Projection<T> } = {
  OPENED: ({ lot }, { phase, closesAt, stepEndsAt }) => ({
    phase,
    startPrice: lot.startPrice.toString(),
    closesAt,
    ...(TRAITS[lot.format].knowsReserve &&
      lot.reserveDisplay !== 'NONE' && { hasReserve: lot.reserve !== null }),
    ...(lot.format === 'DUTCH' && { step: 0, stepEndsAt }),
    ...(lot.format === 'FIXED_PRICE' && { stockLeft: lot.stock }),
  }),
  BID: (before, { bidder, price, leader, bids, closesAt, cycle }) => ({
    code: codeOf(before, bidder),
    price,
    leader: codeOf(before, leader),
    bids,
    closesAt,
    ...(before.lot.format === 'ENGLISH_FREE_CYCLE' && { cycle }),
    ...(before.lot.reserveDisplay === 'MET' && { reserveMet: satisfiesReserve(before.lot, BigInt(price)) }),
  }),
  CYCLE: (_before, { cycle, closesAt }) => ({ cycle, closesAt }),
  STEP: (_before, { step, price, stepEndsAt }) => ({ step, price, stepEndsAt }),
  ACCEPTED: (before, { bidder, step, price }) => ({ code: codeOf(before, bidder), step, price }),
  ORDERED: (_before, { stockLeft }) => ({ stockLeft }),
  PAUSED: (_before, { reason, remaining }) => ({ reason, remaining }),
  RESUMED: ({ lot }, { closesAt, stepEndsAt }) => ({
    closesAt,
    ...(lot.format === 'DUTCH' && { stepEndsAt }),
  }),
  OUTAGE: ({ lot, phase }, { from, to, closesAt, stepEndsAt }) => ({
    from,
    to,
    closesAt: phase === 'PAUSED' ? null : closesAt,
    ...(lot.format === 'DUTCH' && { stepEndsAt: phase === 'OPEN' ? stepEndsAt : null }),
  }),
  CLOSED: () => ({}),
  UNSEALED: (before, { bids }) => unsealed(before, bids),
  SOLD: (before, { winner, price, units }) =>
    before.lot.format === 'FIXED_PRICE'
      ? { sold: units, price }
      : { winner: winner === null ? null : codeOf(before, winner), price },
  UNSOLD: (_before, { reason }) => ({ reason }),
  WITHDRAWN: (_before, { reason }) => ({ reason }),
};

/** R53: of VICKREY nothing but the price is ever shown. */
function unsealed(before: LotState, bids: readonly UnsealedBid[]): Readonly<Record<string, unknown>> {
  if (before.lot.format === 'VICKREY') return {};
  const scored = before.lot.format === 'REVERSE_SEALED_SCORED';
  return {
    bids: bids.map(({ bidder, amount, score }) => ({
      code: codeOf(before, bidder),
      amount,
      ...(scored && { score }),
    })),
  };
}

function codeOf(state: LotState, id: string): string | null {
  return state.participants.get(id)?.code ?? null;
}

/**
 * What the public sees of an event, given the state just before it; null for a secret one. A live server publishes
 * event by event; the stream is the same whether it is made live or afterwards.
 */
export function publicEvent(before: LotState, event: AuctionEvent): PublicEvent | null {
  if (!isPublic(event.type)) return null;
  const project = PROJECTIONS[event.type] as Projection<PublicType>;
  return {
    n: before.published + 1,
    at: event.at,
    type: event.type,
    ...project(before, event.data as EventData[PublicType]),
  };
}
