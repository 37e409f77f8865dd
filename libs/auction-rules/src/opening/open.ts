import type { Draft } from '../decide/draft.js';
import type { UnsoldReason } from '../events/auction-event.js';
import { TRAITS } from '../lot/formats.js';
import type { Lot } from '../lot/lot.js';
import { qualifiedBidders } from '../people/qualified.js';

/** R18: freezes the list of qualified bidders and opens the lot, unless there are too few of them (R19). */
export function open(draft: Draft, dueAt: number): void {
  const { lot, closesAt } = draft.state;
  const qualified = qualifiedBidders(draft.state);
  const reason = tooFew(lot, qualified.length);
  if (reason !== null) {
    draft.emit('UNSOLD', dueAt, { reason });
    return;
  }
  draft.emit('OPENED', dueAt, {
    phase: TRAITS[lot.format].firstPhase,
    closesAt,
    stepEndsAt: lot.dutch === null ? null : dueAt + lot.dutch.stepMs,
    price: lot.format === 'DUTCH' || lot.format === 'FIXED_PRICE' ? lot.startPrice.toString() : null,
    qualified,
  });
}

/** R19. */
function tooFew({ minQualified, soleBidder }: Lot, qualified: number): UnsoldReason | null {
  if (qualified >= minQualified) return null;
  if (qualified === 0) return 'NO_QUALIFIED_BIDDER';
  if (qualified > 1 || soleBidder === 'UNSOLD') return 'NOT_ENOUGH_BIDDERS';
  return soleBidder === 'PROCEED' ? null : 'SOLE_BIDDER_AGREEMENT';
}
