import { TRAITS } from '../lot/formats.js';
import { moneyTextOrNull } from '../money/money.js';
import type { LotState } from './lot-state.js';
import { isFinal, type Phase } from './phases.js';

/** What a state shows (R50). Secret: it names people by id; the public gets the stream (R52). */
export type StateView = {
  readonly phase: Phase;
  readonly price: string | null;
  readonly leader: string | null;
  /** Absent in final phases, null while PAUSED. */
  readonly closesAt?: number | null;
  readonly seq: number;
  readonly bids?: number;
  readonly cycle?: number;
  readonly step?: number;
  readonly remaining?: number;
};

export function stateView(state: LotState): StateView {
  const { phase, lot } = state;
  return {
    phase,
    price: moneyTextOrNull(state.price),
    leader: state.leader,
    ...(!isFinal(phase) && { closesAt: phase === 'PAUSED' ? null : state.closesAt }),
    seq: state.seq,
    ...(TRAITS[lot.format].open && { bids: state.bids }),
    ...(lot.freeCycle !== null && phase !== 'SCHEDULED' && { cycle: state.cycle }),
    ...(lot.dutch !== null && phase !== 'SCHEDULED' && { step: state.step }),
    ...(phase === 'PAUSED' && state.remaining !== null && { remaining: state.remaining }),
  };
}
