import { endBidding } from '../closing/end-bidding.js';
import type { AcceptCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';
import { stepPrice } from './schedule.js';

/** R40: the first acceptance of the current step ends the bidding, also where another step has the same price. */
export function acceptStep(draft: Draft, command: AcceptCommand, now: number): Ruling {
  const { lot, step } = draft.state;
  if (command.step !== step) return 'STEP_MISMATCH';
  const price = stepPrice(lot, step).toString();
  const seq = draft.emit('ACCEPTED', now, { bidder: command.by, step, price });
  endBidding(draft, now);
  return seq;
}
