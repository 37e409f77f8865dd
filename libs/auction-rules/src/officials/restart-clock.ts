import type { LotState } from '../state/lot-state.js';

export type RestartedClock = {
  readonly closesAt: number;
  readonly stepEndsAt: number | null;
  readonly capAt: number | null;
};

/** R23: what is left of the running phase, for DUTCH of the running step. */
export function remainingAt({ lot, closesAt, stepEndsAt }: LotState, at: number): number {
  return (lot.dutch === null || stepEndsAt === null ? closesAt : stepEndsAt) - at;
}

/** R24: the clock runs on from `at`; the cap moves by exactly as much as the close. */
export function restartClock(state: LotState, remaining: number, at: number): RestartedClock {
  const { lot, capAt } = state;
  const end = at + Math.max(remaining, lot.minResumeMs);
  if (lot.dutch !== null) {
    const notBegun = lot.dutch.steps - 1 - state.step;
    return { closesAt: end + notBegun * lot.dutch.stepMs, stepEndsAt: end, capAt };
  }
  return { closesAt: end, stepEndsAt: null, capAt: capAt === null ? null : capAt + end - state.closesAt };
}
