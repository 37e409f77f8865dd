import { TRAITS } from '../lot/formats.js';
import { required } from '../lot/lot.js';
import { hasBetterRank } from '../people/first-refusal.js';
import type { LotState } from '../state/lot-state.js';
import { increment } from './increment.js';

/** The amounts that may be bid: `least`, then on by `step` (downwards in reverse formats). */
export type Grid = { readonly least: bigint; readonly step: bigint };

/**
 * R27: the first bid starts at startPrice, later ones a full increment from the visible price; a bidder of better
 * rank than the leader may also bid the price itself (R37). `bidder` null stands for somebody without rank.
 */
export function gridFor(state: LotState, bidder: string | null): Grid {
  const rule = required(state.lot.increment, 'an increment');
  const { price, leader, lot } = state;
  if (price === null) return { least: lot.startPrice, step: increment(rule, lot.startPrice) };
  const step = increment(rule, price);
  const mayEqual = bidder !== null && leader !== null && hasBetterRank(state, bidder, leader);
  if (mayEqual) return { least: price, step };
  return { least: TRAITS[lot.format].reverse ? price - step : price + step, step };
}

/** R27: TOO_LOW or TOO_HIGH before NOT_ON_STEP. */
export function checkOnGrid(
  state: LotState,
  bidder: string,
  amount: bigint,
): 'TOO_LOW' | 'TOO_HIGH' | 'NOT_ON_STEP' | null {
  const { least, step } = gridFor(state, bidder);
  const { reverse } = TRAITS[state.lot.format];
  const beyond = reverse ? least - amount : amount - least;
  if (beyond < 0n) return reverse ? 'TOO_HIGH' : 'TOO_LOW';
  return beyond % step === 0n ? null : 'NOT_ON_STEP';
}
