import type { EventData } from '../events/auction-event.js';
import { TRAITS } from '../lot/formats.js';
import { judgeEnvelopes } from '../sealed/judge-envelopes.js';
import type { LotState } from '../state/lot-state.js';
import { satisfiesReserve } from './reserve.js';

/** How bidding ended: the data of SOLD or of UNSOLD. */
export type Judgement = EventData['SOLD'] | EventData['UNSOLD'];

export const sold = (winner: string | null, price: bigint, units = 1): Judgement => ({
  winner,
  price: price.toString(),
  units,
});

/** The outcome that the bids have decided (R49); NO_BID comes before RESERVE_NOT_MET. */
export function judge(state: LotState): Judgement {
  const { lot, sales } = state;
  if (TRAITS[lot.format].sealed) return judgeEnvelopes(state);
  if (lot.format === 'FIXED_PRICE')
    return sales.size > 0 ? sold(null, lot.startPrice, sales.size) : { reason: 'NO_BID' };
  if (state.leader === null || state.price === null) return { reason: 'NO_BID' };
  return judgeLeader(state, state.leader, state.price);
}

/** R38: a maximum that reaches the reserve buys at exactly the reserve. */
function judgeLeader({ lot, leaderMax }: LotState, leader: string, price: bigint): Judgement {
  if (satisfiesReserve(lot, price)) return sold(leader, price);
  if (lot.proxy && lot.reserve !== null && leaderMax !== null && leaderMax >= lot.reserve)
    return sold(leader, lot.reserve);
  return { reason: 'RESERVE_NOT_MET' };
}
