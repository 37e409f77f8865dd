import { nextDueAt, outcome, stateView } from '../index.js';
import { accept, DUTCH, outage, pause, play, resume, start, T0, tick } from '../testing/scenario.js';

describe('DUTCH (R39, R40)', () => {
  it('falls by steps to the floor and sells to the first who names the current step', () => {
    const { answers, publicEvents, state } = play(start(DUTCH), [
      tick(0),
      accept(240_000, 'b1', 3),
      accept(240_000, 'b1', 4),
      accept(240_000, 'b2', 4),
    ]);
    expect(answers).toEqual([1, 'STEP_MISMATCH', 6, 'LOT_NOT_OPEN']);
    expect(publicEvents.map(({ price }) => price).filter(Boolean)).toEqual([
      '9000',
      '8000',
      '7000',
      '6500',
      '6500',
      '6500',
    ]);
    expect(outcome(state)).toEqual({ state: 'SOLD', winner: 'b1', price: '6500', reason: null });
  });

  it('closes unsold at the end of the last step', () => {
    const { events, state } = play(start(DUTCH), [tick(360_000)]);
    expect(events.at(-1)).toMatchObject({ type: 'UNSOLD', at: T0 + 360_000, data: { reason: 'NO_BID' } });
    expect(nextDueAt(state)).toBeNull();
  });

  it('keeps the rest of the step over a pause and over an outage (R23, R24, R26)', () => {
    const paused = play(start(DUTCH), [pause(70_000), resume(100_000)]).state;
    expect([nextDueAt(paused), paused.closesAt]).toEqual([T0 + 150_000, T0 + 390_000]);
    const { state, publicEvents } = play(paused, [outage(300_000, 140_000, 300_000)]);
    expect(publicEvents.at(-1)).toMatchObject({ stepEndsAt: T0 + 310_000, closesAt: T0 + 550_000 });
    expect(stateView(state)).toMatchObject({ step: 1, price: '9000' });
  });
});
