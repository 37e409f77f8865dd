import { decide } from '../decide/decide.js';
import type { AuctionEvent } from '../events/auction-event.js';
import type { PublicEvent } from '../events/public-event.js';
import { isObject } from '../lot/read-fields.js';
import { validateLot } from '../lot/validate-lot.js';
import type { ParticipantInput } from '../people/participant.js';
import type { Reply } from '../commands/reply.js';
import { openLot } from '../state/lot-state.js';
import { outcome, type Outcome } from '../state/outcome.js';
import { stateView, type StateView } from '../state/state-view.js';

/** What `stx auction replay` prints for a vector (R57). */
export type Replay =
  | { readonly invalidLot: true }
  | {
      readonly replies: readonly Reply[];
      readonly states: readonly (StateView & { readonly afterCommand: number })[];
      readonly outcome: Outcome | null;
      readonly publicStream: readonly PublicEvent[];
      readonly chronicle: readonly Pick<AuctionEvent, 'seq' | 'at' | 'type'>[];
    };

/**
 * Runs the lot, participants and commands of a `stx-auction-vector/1` (R55 to R58). Reads nothing else of it, least
 * of all `expect`. Throws TypeError if it is not a vector at all.
 */
export function replayVector(vector: unknown): Replay {
  if (!isObject(vector) || !Array.isArray(vector.participants) || !Array.isArray(vector.commands))
    throw new TypeError('not an auction vector: it has a lot, participants and commands (R55)');
  const validation = validateLot(withoutNotes(vector.lot));
  if (!validation.ok) return { invalidLot: true };
  return play(
    openLot(validation.lot, withoutNotes(vector.participants) as ParticipantInput[]),
    withoutNotes(vector.commands) as unknown[],
  );
}

function play(start: ReturnType<typeof openLot>, commands: readonly unknown[]): Replay {
  const replies: Reply[] = [];
  const states: (StateView & { afterCommand: number })[] = [];
  const publicStream: PublicEvent[] = [];
  const chronicle: Pick<AuctionEvent, 'seq' | 'at' | 'type'>[] = [];
  let state = start;
  commands.forEach((command, afterCommand) => {
    if (!isObject(command) || !Number.isSafeInteger(command.at))
      throw new TypeError(`command ${afterCommand} has no time (R56)`);
    const decision = decide(state, command, command.at as number);
    state = decision.state;
    replies.push(decision.reply);
    states.push({ afterCommand, ...stateView(state) });
    publicStream.push(...decision.publicEvents);
    for (const { seq, at, type } of decision.events) chronicle.push({ seq, at, type });
  });
  return { replies, states, outcome: outcome(state), publicStream, chronicle };
}

/** R55: a field `note` on any object is for readers and does not reach the engine. */
function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'note')
      .map(([key, inner]) => [key, withoutNotes(inner)]),
  );
}
