import { TRAITS } from '../lot/formats.js';
import { required } from '../lot/lot.js';
import { lesser } from '../money/money.js';
import { hasBetterRank } from '../people/first-refusal.js';
import type { LotState } from '../state/lot-state.js';
import { increment } from './increment.js';

export type Challenge = {
  readonly bidder: string;
  /** The amount of a plain bid counts as a maximum (R34). */
  readonly max: bigint;
  readonly kind: 'bid' | 'maxBid';
};

export type Standing = { readonly leader: string; readonly price: bigint; readonly leaderMax: bigint };

/** R35: who leads after a challenge that R27 or R34 allows, and at which visible price; one step settles it. */
export function resolve(state: LotState, { bidder, max, kind }: Challenge): Standing {
  const { lot, leader, leaderMax } = state;
  if (leader === null || leaderMax === null)
    return { leader: bidder, price: kind === 'bid' ? max : lot.startPrice, leaderMax: max };
  // Reverse formats know no maxima: there the leader's is the price, which every legal bid beats or, by R37, equals.
  if (TRAITS[lot.format].reverse || challengerWins(state, bidder, max, leader, leaderMax)) {
    const price = kind === 'bid' ? max : winningPrice(state, bidder, max, leader, leaderMax);
    return { leader: bidder, price, leaderMax: max };
  }
  return { leader, price: heldPrice(state, bidder, max, leader, leaderMax), leaderMax };
}

/** On equal maxima the earlier one leads, unless the challenger's rank is better (R35, R37). */
function challengerWins(
  state: LotState,
  bidder: string,
  max: bigint,
  leader: string,
  leaderMax: bigint,
): boolean {
  return max > leaderMax || (max === leaderMax && hasBetterRank(state, bidder, leader));
}

/** The single place where the increment is keyed by the beaten maximum (R35). */
function winningPrice(state: LotState, bidder: string, max: bigint, leader: string, beaten: bigint): bigint {
  if (hasBetterRank(state, bidder, leader)) return beaten;
  return lesser(max, beaten + increment(required(state.lot.increment, 'an increment'), beaten));
}

/** A leader of better rank only has to equal the challenger. */
function heldPrice(state: LotState, bidder: string, max: bigint, leader: string, leaderMax: bigint): bigint {
  if (hasBetterRank(state, leader, bidder)) return max;
  return lesser(leaderMax, max + increment(required(state.lot.increment, 'an increment'), max));
}
