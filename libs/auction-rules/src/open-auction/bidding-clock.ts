import type { LotState } from '../state/lot-state.js';

export type Clock = { readonly closesAt: number; readonly cycle: number };

/** What an accepted bid does to the clock: soft close (R29, R30) or the next cycle (R33); never to an earlier time (R20). */
export function clockAfterBid(state: LotState, at: number): Clock {
  return state.phase === 'CYCLE'
    ? nextCycle(state, at)
    : { closesAt: softClosed(state, at), cycle: state.cycle };
}

function softClosed({ lot: { softClose }, closesAt, capAt }: LotState, at: number): number {
  if (softClose === null || closesAt - at > softClose.windowMs) return closesAt;
  const extended = at + softClose.extendMs;
  return Math.max(closesAt, capAt === null ? extended : Math.min(extended, capAt));
}

function nextCycle({ lot: { freeCycle }, closesAt, cycle }: LotState, at: number): Clock {
  if (freeCycle === null || cycle === freeCycle.maxCycles) return { closesAt, cycle };
  return { closesAt: Math.max(closesAt, at + freeCycle.cycleMs), cycle: cycle + 1 };
}
