import type { PauseCommand, ResumeCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';
import { remainingAt, restartClock } from './restart-clock.js';

/** R23: price, leader, maxima, envelopes, cycle and step are kept; only the clock stops. */
export function pauseLot(draft: Draft, { by, reason }: PauseCommand, now: number): Ruling {
  return draft.emit('PAUSED', now, { by, reason, remaining: remainingAt(draft.state, now) });
}

/** R24. */
export function resumeLot(draft: Draft, { by }: ResumeCommand, now: number): Ruling {
  const { pausedPhase, remaining } = draft.state;
  if (pausedPhase === null || remaining === null)
    throw new Error('a paused lot knows what it was paused from');
  return draft.emit('RESUMED', now, { by, phase: pausedPhase, ...restartClock(draft.state, remaining, now) });
}
