import {
  decide,
  openLot,
  validateLot,
  type AuctionEvent,
  type Decision,
  type LotConfig,
  type LotState,
  type ParticipantInput,
  type PublicEvent,
  type Reply,
  type UntrustedCommand,
} from '../index.js';

/** The opening of every lot of the specs; short times are written as T0 plus something. */
export const T0 = 1_800_000_000_000;

export const bidder = (number: number, more: Partial<ParticipantInput> = {}): ParticipantInput => ({
  id: `b${number}`,
  role: 'bidder',
  code: `10${number}`,
  depositHeld: '0',
  ...more,
});

export const PEOPLE: readonly ParticipantInput[] = [
  bidder(1),
  bidder(2),
  bidder(3),
  { id: 'sel', role: 'seller' },
  { id: 'auc', role: 'auctioneer' },
  { id: 'off1', role: 'officer' },
  { id: 'off2', role: 'officer' },
  { id: 'jury', role: 'jury' },
  { id: 'sys', role: 'system' },
];

export const ENGLISH: LotConfig = {
  id: 'LOT-1',
  format: 'ENGLISH_SOFT',
  opensAt: T0,
  closesAt: T0 + 600_000,
  startPrice: '1000',
  increment: { type: 'FIXED', step: '100' },
};

export const FREE_CYCLE: LotConfig = {
  ...ENGLISH,
  format: 'ENGLISH_FREE_CYCLE',
  closesAt: null,
  freeCycle: { freeMs: 600_000, cycleMs: 120_000, entryRule: 'ALL_DEPOSITED' },
};

export const REVERSE: LotConfig = { ...ENGLISH, format: 'REVERSE_ENGLISH' };

export const DUTCH: LotConfig = {
  id: 'LOT-1',
  format: 'DUTCH',
  opensAt: T0,
  startPrice: '10000',
  dutch: { decrement: '1000', stepMs: 60_000, steps: 6, floor: '6500' },
};

export const SEALED: LotConfig = {
  id: 'LOT-1',
  format: 'SEALED_FIRST',
  opensAt: T0,
  closesAt: T0 + 600_000,
  startPrice: '1000',
};

export const VICKREY: LotConfig = { ...SEALED, format: 'VICKREY' };

export const SCORED: LotConfig = {
  ...SEALED,
  format: 'REVERSE_SEALED_SCORED',
  startPrice: '10000',
  scoring: { priceWeight: 60, qualityWeight: 40, maxPoints: 100, minPoints: 60 },
};

export const FIXED: LotConfig = { ...SEALED, format: 'FIXED_PRICE', startPrice: '50000', stock: 2 };

export const ALL_LOTS = [ENGLISH, FREE_CYCLE, REVERSE, DUTCH, SEALED, VICKREY, SCORED, FIXED];

export function start(config: LotConfig, people: readonly ParticipantInput[] = PEOPLE): LotState {
  const validation = validateLot(config);
  if (!validation.ok) throw new Error(JSON.stringify(validation.problems));
  return openLot(validation.lot, people);
}

export type Played = {
  readonly state: LotState;
  readonly replies: readonly Reply[];
  /** The code of each refusal, the `seq` of each acceptance: short to compare. */
  readonly answers: readonly (string | number)[];
  readonly events: readonly AuctionEvent[];
  readonly publicEvents: readonly PublicEvent[];
  readonly decisions: readonly Decision[];
};

/** Plays commands of which each has its own `at`. */
export function play(state: LotState, commands: readonly (UntrustedCommand & { at: number })[]): Played {
  const decisions: Decision[] = [];
  for (const command of commands) {
    const decision = decide(state, command, command.at);
    decisions.push(decision);
    state = decision.state;
  }
  const replies = decisions.map(({ reply }) => reply);
  return {
    state,
    replies,
    answers: replies.map((reply) => (reply.accepted ? reply.seq : reply.code)),
    events: decisions.flatMap(({ events }) => events),
    publicEvents: decisions.flatMap(({ publicEvents }) => publicEvents),
    decisions,
  };
}

let requests = 0;

/** Commands with fresh request ids, at T0 plus `after` milliseconds. */
const issued =
  (type: string) =>
  (after: number, by: string, fields: UntrustedCommand = {}): UntrustedCommand & { at: number } => ({
    at: T0 + after,
    type,
    by,
    requestId: `r${++requests}`,
    ...fields,
  });

export const tick = (after: number) => ({ at: T0 + after, type: 'tick' });
export const bid = (after: number, by: string, amount: string) => issued('bid')(after, by, { amount });
export const maxBid = (after: number, by: string, max: string) => issued('maxBid')(after, by, { max });
export const accept = (after: number, by: string, step: number) => issued('accept')(after, by, { step });
export const order = (after: number, by: string, amount = '50000') => issued('order')(after, by, { amount });
export const envelope = (after: number, by: string, amount: string) =>
  issued('sealedBid')(after, by, { amount });
export const takeBack = (after: number, by: string) => issued('withdrawBid')(after, by);
export const score = (after: number, bidder: string, points: number) =>
  issued('score')(after, 'jury', { bidder, points });
export const unseal = (after: number, by: string) => issued('unseal')(after, by);
export const hammer = (after: number) => issued('hammer')(after, 'auc');
export const pause = (after: number) => issued('pause')(after, 'auc', { reason: 'technical check' });
export const resume = (after: number) => issued('resume')(after, 'auc');
export const withdraw = (after: number) => issued('withdraw')(after, 'auc', { reason: 'dispute' });
export const deposit = (after: number, bidder: string, held: string) =>
  issued('deposit')(after, 'sys', { bidder, held });
export const outage = (after: number, from: number, to: number) =>
  issued('outage')(after, 'sys', { from: T0 + from, to: T0 + to });
