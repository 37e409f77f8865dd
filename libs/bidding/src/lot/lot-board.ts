import { nextDueAt, stateView, type LotState as RulesState } from '@stx/auction-rules';
import type { LotState } from './lot.entity.js';

/** What everybody sees of a lot that changes while it runs, and when its clock is next due. */
export interface LotBoard {
  state: LotState;
  currentPrice: string | null;
  leaderCode: string | null;
  bidCount: number;
  opensAt: number | null;
  closesAt: number | null;
  remainingMs: number | null;
  outcomeReason: string | null;
  finalPrice: string | null;
  winnerCode: string | null;
  dueAt: number | null;
}
