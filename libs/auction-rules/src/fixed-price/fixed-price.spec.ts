import { outcome } from '../index.js';
import { FIXED, order, play, start, T0, tick, withdraw } from '../testing/scenario.js';

describe('FIXED_PRICE (R48)', () => {
  it('sells one unit a buyer and closes with the last one', () => {
    const { answers, state, publicEvents } = play(start(FIXED), [
      order(1, 'b1'),
      order(2, 'b1', '1'),
      order(3, 'b2', '49999'),
      order(4, 'b2'),
      order(5, 'b3'),
    ]);
    expect(answers).toEqual([2, 'ALREADY_BOUGHT', 'PRICE_MISMATCH', 3, 'LOT_NOT_OPEN']);
    expect(outcome(state)).toEqual({
      state: 'SOLD',
      winner: null,
      price: '50000',
      reason: null,
      sales: [
        { buyer: 'b1', price: '50000', seq: 2 },
        { buyer: 'b2', price: '50000', seq: 3 },
      ],
    });
    expect(publicEvents.at(-1)).toEqual({ n: 5, at: T0 + 4, type: 'SOLD', sold: 2, price: '50000' });
  });

  it('keeps what was sold when it is withdrawn, and may sell nothing (R25, R49)', () => {
    expect(outcome(play(start(FIXED), [order(1, 'b1'), withdraw(2)]).state)?.sales).toHaveLength(1);
    expect(outcome(play(start(FIXED), [tick(600_000)]).state)).toMatchObject({ reason: 'NO_BID', sales: [] });
  });
});
