import type { LotState } from '../state/lot-state.js';
import { addParticipant, readParticipant, type ParticipantInput } from './participant.js';
import { isQualified } from './qualified.js';

/**
 * Adds a participant to a running lot. The law knows a lot's participants as given from the start, so a newcomer is
 * taken only where a replay with the whole list from the start decides every command alike: before the opening, or
 * later with `lateEntry` if one more qualified bidder at the opening would have changed nothing (R12, R19).
 * Throws RangeError otherwise, and for double ids or codes (R10).
 */
export function joinLot(state: LotState, input: ParticipantInput): LotState {
  const person = readParticipant(input);
  const countedAtOpening = isQualified(state, person) && !openedWithEnough(state);
  if (state.phase !== 'SCHEDULED' && person.role === 'bidder' && (!state.lot.lateEntry || countedAtOpening))
    throw new RangeError('R12: this lot takes no bidder after its opening');
  const participants = new Map(state.participants);
  const codes = new Set<string>();
  for (const { code } of participants.values()) if (code !== null) codes.add(code);
  addParticipant(participants, codes, person);
  return { ...state, participants };
}

function openedWithEnough(state: LotState): boolean {
  return state.qualifiedAtOpening !== null && state.qualifiedAtOpening.size >= state.lot.minQualified;
}
