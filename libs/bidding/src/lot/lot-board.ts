import { nextDueAt, outcome, stateView, type LotState as RulesState } from '@stx/auction-rules';
import type { LotState } from './lot.entity.js';

/** What everybody sees of a lot that changes while it runs, and when its clock is next due. */
export interface LotBoard {
  state: LotState;
  currentPrice: string | null;
  leaderCode: string | null;
  bidCount: number;
  /** Milliseconds since the epoch, as all times here. */
  opensAt: number;
  /** The legal clock (R20); null while paused and after the end. */
  closesAt: number | null;
  remainingMs: number | null;
  outcomeReason: string | null;
  finalPrice: string | null;
  winnerCode: string | null;
  dueAt: number | null;
}

const PHASES: Partial<Record<RulesState['phase'], LotState>> = { OPEN: 'LIVE', FREE: 'LIVE', CYCLE: 'LIVE' };

/** The public part of a state (R50), people by code. */
export function boardOf(state: RulesState): LotBoard {
  const { phase, price, leader, closesAt, bids, remaining } = stateView(state);
  const end = outcome(state);
  const codeOf = (id: string | null) => (id === null ? null : (state.participants.get(id)?.code ?? null));
  return {
    state: PHASES[phase] ?? (phase as LotState),
    currentPrice: price,
    leaderCode: codeOf(leader),
    bidCount: bids ?? 0,
    opensAt: state.opensAt,
    closesAt: closesAt ?? null,
    remainingMs: remaining ?? null,
    outcomeReason: end?.reason ?? null,
    finalPrice: end?.price ?? null,
    winnerCode: codeOf(end?.winner ?? null),
    dueAt: nextDueAt(state),
  };
}
