import { checkFields, checkPeople, isIssuedCommand } from '../commands/check-form.js';
import type { Command, IssuedCommand, UntrustedCommand } from '../commands/command.js';
import { contentOf, recall, remember } from '../commands/repetition.js';
import type { Reply, StoredReply } from '../commands/reply.js';
import type { AuctionEvent } from '../events/auction-event.js';
import type { PublicEvent } from '../events/public-event.js';
import { isObject } from '../lot/read-fields.js';
import type { LotState } from '../state/lot-state.js';
import { Draft } from './draft.js';
import { rule } from './rule.js';
import type { Ruling } from './ruling.js';
import { fireTimers } from './timers.js';

export type Decision = {
  /** Everything that was written, in the order of `seq`; secret. */
  readonly events: readonly AuctionEvent[];
  /** What of it the public sees, in the order of `n`. */
  readonly publicEvents: readonly PublicEvent[];
  readonly reply: Reply;
  /** The reply that was newly stored under R16, for a server that keeps replies outside of the state. */
  readonly stored: StoredReply | null;
  readonly state: LotState;
};

/**
 * Decides one command, received at `now` (epoch milliseconds). Pure: the same state, command and `now` always give
 * the same answer. Foreign input never throws. Should a server's clock step back, the time of the previous command
 * counts, for time does not decrease (R2).
 */
export function decide(state: LotState, command: Command | UntrustedCommand, now: number): Decision {
  if (!Number.isSafeInteger(now)) throw new RangeError('R2: now is integer milliseconds since the epoch');
  const at = Math.max(now, state.ledger.lastCommandAt ?? now);
  const draft = new Draft(state);
  const { reply, stored } = answer(draft, command, at);
  return {
    events: draft.events,
    publicEvents: draft.publicEvents,
    reply,
    stored,
    state: { ...draft.state, ledger: remember(state.ledger, at, stored) },
  };
}

type Answer = { readonly reply: Reply; readonly stored: StoredReply | null };

/**
 * Steps 1 to 5 of R15 depend on nothing that timers change, so they may come before the timers: only an outage can
 * tell (R26).
 */
function answer(draft: Draft, command: Command | UntrustedCommand, at: number): Answer {
  if (!isObject(command) || !isIssuedCommand(command)) {
    fireTimers(draft, at);
    const tick = isObject(command) && (command as UntrustedCommand).type === 'tick';
    return { reply: tick ? { accepted: true, seq: draft.state.seq } : refused('MALFORMED'), stored: null };
  }
  const content = contentOf(command);
  const repeated = recall(draft.state, command, content);
  if (repeated !== null) {
    fireTimers(draft, at);
    return { reply: repeated, stored: null };
  }
  const reply = replyTo(rulingOn(draft, command, at));
  return { reply, stored: { by: command.by, requestId: command.requestId, content, reply } };
}

function rulingOn(draft: Draft, command: IssuedCommand, at: number): Ruling {
  const refusal = checkFields(command) ?? checkPeople(draft.state, command);
  if (refusal === null) return rule(draft, command, at);
  fireTimers(draft, at);
  return refusal;
}

const refused = (code: Exclude<Ruling, number>): Reply => ({ accepted: false, code });
const replyTo = (ruling: Ruling): Reply =>
  typeof ruling === 'number' ? { accepted: true, seq: ruling } : refused(ruling);
