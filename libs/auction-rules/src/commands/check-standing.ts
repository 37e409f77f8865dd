import type { Participant } from '../people/participant.js';
import { isAdmitted, isEntered } from '../people/qualified.js';
import type { LotState } from '../state/lot-state.js';
import { COMMAND_TABLE } from './command-table.js';
import type { IssuedCommand } from './command.js';
import type { RefusalCode } from './reply.js';

/** Steps 6 to 9 of R15, in this order: format, phase, admission, currency. The person is known by now. */
export function checkStanding(state: LotState, command: IssuedCommand): RefusalCode | null {
  const { formats, option, phases, ofBidder } = COMMAND_TABLE[command.type];
  if (!formats.includes(state.lot.format) || (option !== undefined && !option(state.lot)))
    return 'WRONG_FORMAT';
  if (!phases.includes(state.phase)) {
    if (!ofBidder) return 'WRONG_PHASE';
    return state.phase === 'PAUSED' ? 'LOT_PAUSED' : 'LOT_NOT_OPEN';
  }
  const person = state.participants.get(command.by);
  if (ofBidder && person !== undefined) {
    const barrier = checkAdmission(state, person);
    if (barrier !== null) return barrier;
  }
  if ('currency' in COMMAND_TABLE[command.type].fields && 'currency' in command)
    if (command.currency != null && command.currency !== state.lot.currency) return 'WRONG_CURRENCY';
  return null;
}

/** Step 8 of R15. */
export function checkAdmission(state: LotState, person: Participant): RefusalCode | null {
  if (person.barred) return 'BARRED';
  if (!isAdmitted(state, person)) return 'NOT_QUALIFIED';
  return isEntered(state, person) ? null : 'NOT_ENTERED';
}
