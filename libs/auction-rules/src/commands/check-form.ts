import { isMoney, isMoneyOrZero } from '../money/money.js';
import type { Participant, Role } from '../people/participant.js';
import type { LotState } from '../state/lot-state.js';
import { COMMAND_TABLE, isIssuedType, type CommandRule } from './command-table.js';
import type { Command, IssuedCommand, UntrustedCommand } from './command.js';
import type { RefusalCode } from './reply.js';

const OWN_SIDE: readonly Role[] = ['seller', 'broker', 'auctioneer'];

/** Step 1 of R15: a known type, and `by` and `requestId` that are texts. Anything else is MALFORMED. */
export function isIssuedCommand(command: Command | UntrustedCommand): command is IssuedCommand {
  const { type, by, requestId }: UntrustedCommand = command;
  return isIssuedType(type) && isName(by) && isName(requestId);
}

const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** Step 3 of R15: first the reason, then what is missing or of the wrong type, then money. */
export function checkFields(command: IssuedCommand): RefusalCode | null {
  const values: UntrustedCommand = command;
  let badMoney = false;
  const { fields } = COMMAND_TABLE[command.type];
  for (const field in fields) {
    const value = values[field];
    switch (fields[field]) {
      case 'reason':
        if (typeof value !== 'string' || value.trim() === '') return 'REASON_REQUIRED';
        break;
      case 'integer':
        if (!Number.isInteger(value)) return 'MALFORMED';
        break;
      case 'text':
        if (typeof value !== 'string') return 'MALFORMED';
        break;
      case 'text?':
        if (value != null && typeof value !== 'string') return 'MALFORMED';
        break;
      case 'money':
        if (value == null) return 'MALFORMED';
        badMoney ||= !isMoney(value);
        break;
      case 'moneyOrZero':
        if (value == null) return 'MALFORMED';
        badMoney ||= !isMoneyOrZero(value);
    }
  }
  return badMoney ? 'BAD_AMOUNT' : null;
}

/** Steps 4 and 5 of R15: who commands, about whom, and in which role. */
export function checkPeople(state: LotState, command: IssuedCommand): RefusalCode | null {
  const person = state.participants.get(command.by);
  if (person === undefined) return 'UNKNOWN_PARTICIPANT';
  if (
    (command.type === 'deposit' || command.type === 'score') &&
    state.participants.get(command.bidder)?.role !== 'bidder'
  )
    return 'UNKNOWN_BIDDER';
  return checkRole(COMMAND_TABLE[command.type], person);
}

/** Nobody bids on a lot that is his own or in his care (R10, R15). */
function checkRole({ ofBidder, roles }: CommandRule, { role, related }: Participant): RefusalCode | null {
  if (ofBidder && (OWN_SIDE.includes(role) || (role === 'bidder' && related))) return 'SELF_BID';
  return roles.includes(role) ? null : 'NOT_ALLOWED';
}
