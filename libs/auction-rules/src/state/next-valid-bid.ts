import { checkAdmission } from '../commands/check-standing.js';
import { TRAITS } from '../lot/formats.js';
import { LARGEST_MONEY } from '../money/money.js';
import { gridFor } from '../open-auction/grid.js';
import type { LotState } from './lot-state.js';
import { isBidding } from './phases.js';

/**
 * The amount that a bid form should offer: the least legal bid (the highest in reverse formats), the price of the
 * Dutch step, the list price, or the limit for an envelope. Null if this bidder cannot bid now, or leads already
 * (R28). Without a bidder: for somebody who is admitted and has no rank. The right to bid is still decided by the rules at
 * the moment at which the bid arrives.
 */
export function nextValidBid(state: LotState, bidderId: string | null): bigint | null {
  if (!isBidding(state.phase) || (bidderId !== null && !mayBid(state, bidderId))) return null;
  const { lot, price } = state;
  if (lot.format === 'DUTCH') return price;
  if (!TRAITS[lot.format].open) return lot.startPrice;
  const { least } = gridFor(state, bidderId);
  return least > 0n && least <= LARGEST_MONEY ? least : null;
}

function mayBid(state: LotState, bidderId: string): boolean {
  const person = state.participants.get(bidderId);
  if (person === undefined || person.role !== 'bidder' || person.related) return false;
  return checkAdmission(state, person) === null && state.leader !== bidderId && !state.sales.has(bidderId);
}
