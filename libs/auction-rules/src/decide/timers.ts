import { open } from '../opening/open.js';
import { endBidding } from '../closing/end-bidding.js';
import { pronounce } from '../closing/pronounce.js';
import { endStep } from '../dutch/end-step.js';
import { endFreePeriod } from '../open-auction/end-free-period.js';
import type { LotState } from '../state/lot-state.js';
import type { Phase } from '../state/phases.js';
import type { Draft } from './draft.js';

type Timer = {
  readonly dueAt: (state: LotState) => number | null;
  /** Writes its events with the time at which it was due, however late that becomes known (R4). */
  readonly fire: (draft: Draft, dueAt: number) => void;
};

const atClose = (state: LotState): number => state.closesAt;

/** The one timer of each phase (R4); the phases that are missing have none. */
const TIMERS: Readonly<Partial<Record<Phase, Timer>>> = {
  SCHEDULED: { dueAt: (state) => state.opensAt, fire: open },
  OPEN: {
    dueAt: (state) => (state.lot.format === 'DUTCH' ? state.stepEndsAt : state.closesAt),
    fire: (draft, dueAt) =>
      draft.state.lot.format === 'DUTCH' ? endStep(draft, dueAt) : endBidding(draft, dueAt),
  },
  FREE: { dueAt: atClose, fire: endFreePeriod },
  CYCLE: { dueAt: atClose, fire: endBidding },
  SEALED: { dueAt: atClose, fire: endBidding },
  CLOSED: { dueAt: (state) => state.hammerDueAt, fire: pronounce },
};

/** When the running timer is due (R4), null if none runs. A server that ticks at this time lets nothing wait. */
export function nextDueAt(state: LotState): number | null {
  return TIMERS[state.phase]?.dueAt(state) ?? null;
}

/** Fires the timers due at or before `until`, one situation after the other (R4). */
export function fireTimers(draft: Draft, until: number): void {
  for (;;) {
    const timer = TIMERS[draft.state.phase];
    const dueAt = timer?.dueAt(draft.state) ?? null;
    if (timer === undefined || dueAt === null || dueAt > until) return;
    timer.fire(draft, dueAt);
  }
}
