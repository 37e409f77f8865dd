/** The phases of a lot (section 5 of the law). */
export type Phase =
  | 'SCHEDULED'
  | 'OPEN'
  | 'FREE'
  | 'CYCLE'
  | 'SEALED'
  | 'PAUSED'
  | 'OPENING'
  | 'CLOSED'
  | 'SOLD'
  | 'UNSOLD'
  | 'WITHDRAWN';

export type BiddingPhase = 'OPEN' | 'FREE' | 'CYCLE' | 'SEALED';
export type FinalPhase = 'SOLD' | 'UNSOLD' | 'WITHDRAWN';

/** R14: bids are taken in these. */
export const BIDDING_PHASES: readonly Phase[] = ['OPEN', 'FREE', 'CYCLE', 'SEALED'];

export const isBidding = (phase: Phase): phase is BiddingPhase =>
  phase === 'OPEN' || phase === 'FREE' || phase === 'CYCLE' || phase === 'SEALED';

/** R17: a lot never leaves these. */
export const isFinal = (phase: Phase): phase is FinalPhase =>
  phase === 'SOLD' || phase === 'UNSOLD' || phase === 'WITHDRAWN';

/** Everything before the outcome. */
export const LIVING_PHASES: readonly Phase[] = [
  'SCHEDULED',
  ...BIDDING_PHASES,
  'PAUSED',
  'OPENING',
  'CLOSED',
];
