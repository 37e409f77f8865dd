import type { LotState } from '../state/lot-state.js';

/** R37: the challenger's rank is strictly better than the other's; without `firstRefusal` ranks mean nothing. */
export function hasBetterRank(state: LotState, challenger: string, other: string): boolean {
  return state.lot.firstRefusal && rankOf(state, challenger) < rankOf(state, other);
}

function rankOf(state: LotState, id: string): number {
  return state.participants.get(id)?.priorityRank ?? Infinity;
}
