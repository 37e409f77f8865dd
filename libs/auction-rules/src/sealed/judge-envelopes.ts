import { sold, type Judgement } from '../closing/judge.js';
import { satisfiesReserve } from '../closing/reserve.js';
import type { Lot } from '../lot/lot.js';
import type { LotState } from '../state/lot-state.js';
import { hasEnoughPoints, liveBids, ranking } from './ranking.js';

/** The outcome of a sealed format (R44 to R46). */
export function judgeEnvelopes(state: LotState): Judgement {
  const [best, second] = ranking(state);
  if (best === undefined) return { reason: 'NO_BID' };
  if (state.lot.format === 'REVERSE_SEALED_SCORED') {
    if (best.score !== null) return sold(best.bidder, best.amount);
    return {
      reason: liveBids(state).some((bid) => hasEnoughPoints(state, bid)) ? 'RESERVE_NOT_MET' : 'NO_VALID_BID',
    };
  }
  if (!satisfiesReserve(state.lot, best.amount)) return { reason: 'RESERVE_NOT_MET' };
  return sold(
    best.bidder,
    state.lot.format === 'VICKREY' ? vickreyPrice(state.lot, second?.amount) : best.amount,
  );
}

/** R45: it never depends on the winner's own amount. */
function vickreyPrice({ startPrice, reserve }: Lot, second: bigint | undefined): bigint {
  const floor = reserve !== null && reserve > startPrice ? reserve : startPrice;
  return second !== undefined && second > floor ? second : floor;
}
