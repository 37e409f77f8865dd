import { Refused } from '@stx/platform';
import {
  DEPOSIT_TRANSITIONS,
  nextDepositState,
  type DepositAct,
  type DepositState,
} from './deposit-machine.js';

const ACTS: DepositAct[] = ['HOLD', 'APPLY', 'RELEASE', 'FORFEIT'];

/** The law (P9), written a second time by hand; a dash is a refusal. Columns as in `ACTS`. */
const LAW: Record<DepositState, string[]> = {
  REQUESTED: ['HELD', '-', '-', '-'],
  HELD: ['-', 'APPLIED', 'RELEASED', 'FORFEITED'],
  APPLIED: ['-', '-', '-', '-'],
  RELEASED: ['-', '-', '-', '-'],
  FORFEITED: ['-', '-', '-', '-'],
};

describe('the deposit', () => {
  const cells = Object.entries(LAW).flatMap(([state, row]) =>
    ACTS.map((act, i) => [state, act, row[i]!] as const),
  );

  it.each(cells)('%s, %s: %s', (state, act, next) => {
    if (next === '-')
      expect(() => nextDepositState(state as DepositState, act)).toThrow(new Refused('DEPOSIT_STATE'));
    else expect(nextDepositState(state as DepositState, act)).toBe(next);
  });

  it('has no state the law does not know', () => {
    expect(Object.keys(DEPOSIT_TRANSITIONS).sort()).toEqual(Object.keys(LAW).sort());
  });
});
