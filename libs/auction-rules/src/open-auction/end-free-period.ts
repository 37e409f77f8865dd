import { endBidding } from '../closing/end-bidding.js';
import type { Draft } from '../decide/draft.js';
import { required } from '../lot/lot.js';

/** R31, R32: the first cycle begins, unless entering takes a bid in the free period and nobody has bid. */
export function endFreePeriod(draft: Draft, dueAt: number): void {
  const { lot, entrants } = draft.state;
  const { entryRule, cycleMs } = required(lot.freeCycle, 'a free period');
  if (entryRule === 'BID_ONCE' && entrants.size === 0) endBidding(draft, dueAt);
  else draft.emit('CYCLE', dueAt, { cycle: 1, closesAt: dueAt + cycleMs });
}
