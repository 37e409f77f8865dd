import type {
  BidStanding,
  DealState,
  DemandState,
  DepositState,
  ImportState,
  LotState,
} from '../data/generated/operations';
import { m } from '../messages/generated/messages';

/** Ground of a state tag; each has its own sign, so that no state is told by colour alone. */
export type Tone = 'neutral' | 'info' | 'good' | 'care' | 'stop' | 'live' | 'lead' | 'outbid';

type States<Code extends string> = Record<Code, { tone: Tone; name: () => string }>;

export const lotState: States<LotState> = {
  SUBMITTED: { tone: 'info', name: m.lot_state_submitted },
  SCHEDULED: { tone: 'info', name: m.lot_state_scheduled },
  LIVE: { tone: 'live', name: m.lot_state_live },
  PAUSED: { tone: 'care', name: m.lot_state_paused },
  CLOSED: { tone: 'care', name: m.lot_state_closed },
  SOLD: { tone: 'good', name: m.lot_state_sold },
  UNSOLD: { tone: 'neutral', name: m.lot_state_unsold },
  WITHDRAWN: { tone: 'neutral', name: m.lot_state_withdrawn },
};

export const depositState: States<DepositState> = {
  REQUESTED: { tone: 'care', name: m.deposit_requested },
  HELD: { tone: 'good', name: m.deposit_held },
  APPLIED: { tone: 'good', name: m.deposit_applied },
  RELEASED: { tone: 'neutral', name: m.deposit_released },
  FORFEITED: { tone: 'stop', name: m.deposit_forfeited },
};

export const dealState: States<DealState> = {
  OPEN: { tone: 'care', name: m.deal_open },
  PAID: { tone: 'good', name: m.deal_paid },
};

export const demandState: States<DemandState> = {
  PUBLISHED: { tone: 'good', name: m.demand_state_published },
  CLOSED: { tone: 'neutral', name: m.demand_state_closed },
};

export const importState: States<ImportState> = {
  RUNNING: { tone: 'info', name: m.import_running },
  FINISHED: { tone: 'good', name: m.import_finished },
  FAILED: { tone: 'stop', name: m.import_failed },
};

export const standing: States<BidStanding> = {
  NONE: { tone: 'neutral', name: m.standing_none },
  LEADING: { tone: 'lead', name: m.standing_leading },
  OUTBID: { tone: 'outbid', name: m.standing_outbid },
};

const OUTCOMES: Record<string, () => string> = {
  NO_BID: m.outcome_no_bid,
  RESERVE_NOT_MET: m.outcome_reserve_not_met,
};

/** Why a lot ended without a sale: a code of the rules, or the words of whoever withdrew it. */
export const outcomeReason = (reason: string | null): string | null =>
  reason ? (OUTCOMES[reason]?.() ?? reason) : null;
