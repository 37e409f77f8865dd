import { endBidding } from '../closing/end-bidding.js';
import type { Draft } from '../decide/draft.js';
import { required } from '../lot/lot.js';
import { stepPrice } from './schedule.js';

/** R39: the next step begins; after the last one the lot closes. */
export function endStep(draft: Draft, dueAt: number): void {
  const { lot } = draft.state;
  const { steps, stepMs } = required(lot.dutch, 'a Dutch schedule');
  const step = draft.state.step + 1;
  if (step >= steps) endBidding(draft, dueAt);
  else
    draft.emit('STEP', dueAt, { step, price: stepPrice(lot, step).toString(), stepEndsAt: dueAt + stepMs });
}
