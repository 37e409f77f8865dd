import { refuse } from '../refusals.js';

export type DepositState = 'REQUESTED' | 'HELD' | 'APPLIED' | 'RELEASED' | 'FORFEITED';
export type DepositAct = 'HOLD' | 'APPLY' | 'RELEASE' | 'FORFEIT';

/** Every move a deposit can make; what is not here is refused. The three ends are final. */
export const DEPOSIT_TRANSITIONS: Record<DepositState, Partial<Record<DepositAct, DepositState>>> = {
  REQUESTED: { HOLD: 'HELD' },
  HELD: { APPLY: 'APPLIED', RELEASE: 'RELEASED', FORFEIT: 'FORFEITED' },
  APPLIED: {},
  RELEASED: {},
  FORFEITED: {},
};

/** The state after `act`. @throws Refused DEPOSIT_STATE */
export function nextDepositState(state: DepositState, act: DepositAct): DepositState {
  return DEPOSIT_TRANSITIONS[state][act] ?? refuse('DEPOSIT_STATE');
}
