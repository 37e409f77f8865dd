import type { OutageCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';
import { fireTimers } from '../decide/timers.js';
import type { EventData } from '../events/auction-event.js';
import type { LotState } from '../state/lot-state.js';
import { isBidding, isFinal } from '../state/phases.js';
import { remainingAt, restartClock } from './restart-clock.js';

/** R26: an outage must have happened, and may not overlap a command that was handled. */
export function isBadOutage({ ledger }: LotState, { from, to }: OutageCommand, now: number): boolean {
  return !(from < to && to <= now && (ledger.lastCommandAt === null || from >= ledger.lastCommandAt));
}

/**
 * R26: the platform was down during [from, to). What was due by `from` happened; then the clock is moved so that
 * nothing ends during the outage; what is due by now follows.
 */
export function reportOutage(draft: Draft, command: OutageCommand, now: number): Ruling {
  const { from, to } = command;
  fireTimers(draft, from);
  if (isFinal(draft.state.phase)) return 'WRONG_PHASE';
  const seq = draft.emit('OUTAGE', to, { from, to, ...movedClock(draft.state, from, to) });
  fireTimers(draft, now);
  return seq;
}

function movedClock(state: LotState, from: number, to: number): Omit<EventData['OUTAGE'], 'from' | 'to'> {
  const { phase, opensAt, closesAt, stepEndsAt, capAt, hammerDueAt } = state;
  const clock = { opensAt, closesAt, stepEndsAt, capAt, hammerDueAt };
  if (isBidding(phase)) return { ...clock, ...restartClock(state, remainingAt(state, from), to) };
  if (phase === 'SCHEDULED' && opensAt < to) {
    const late = to - opensAt;
    return { ...clock, opensAt: to, closesAt: closesAt + late, capAt: capAt === null ? null : capAt + late };
  }
  if (phase === 'CLOSED' && hammerDueAt !== null) return { ...clock, hammerDueAt: hammerDueAt + to - from };
  return clock;
}
