import type { LotState } from '../state/lot-state.js';
import type { Participant } from './participant.js';

/** R11: only a bidder's own deposit counts for it. */
export function isQualified(state: LotState, person: Participant): boolean {
  return (
    person.role === 'bidder' &&
    !person.related &&
    !person.barred &&
    depositOf(state, person) >= state.lot.depositRequired
  );
}

/** What is held for this bidder now (R13). */
export function depositOf(state: LotState, person: Participant): bigint {
  return state.deposits.get(person.id) ?? person.depositHeld;
}

/** R12: who may bid once the lot is open. */
export function isAdmitted(state: LotState, person: Participant): boolean {
  return (
    (state.lot.lateEntry || (state.qualifiedAtOpening?.has(person.id) ?? false)) && isQualified(state, person)
  );
}

/** R32: under BID_ONCE the cycles are for those who bid in the free period. */
export function isEntered(state: LotState, person: Participant): boolean {
  return (
    state.phase !== 'CYCLE' || state.lot.freeCycle?.entryRule !== 'BID_ONCE' || state.entrants.has(person.id)
  );
}

/** The list that the opening freezes (R12, R18), in the order of the participants. */
export function qualifiedBidders(state: LotState): string[] {
  const qualified: string[] = [];
  for (const person of state.participants.values()) if (isQualified(state, person)) qualified.push(person.id);
  return qualified;
}
