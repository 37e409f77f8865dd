import type { ScoreCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';
import { required } from '../lot/lot.js';

/** R46: the last value counts; a bidder may be scored before it hands in anything. */
export function scoreBidder(draft: Draft, { by, bidder, points }: ScoreCommand, now: number): Ruling {
  const { maxPoints } = required(draft.state.lot.scoring, 'a scoring');
  if (points < 0 || points > maxPoints) return 'BAD_POINTS';
  return draft.emit('SCORED', now, { bidder, points, jury: by });
}
