import { outcome, stateView } from '../index.js';
import {
  bid,
  bidder,
  ENGLISH,
  hammer,
  outage,
  pause,
  PEOPLE,
  play,
  resume,
  start,
  T0,
  tick,
  withdraw,
} from '../testing/scenario.js';

describe('pause and resume (R23, R24)', () => {
  it('keep the remaining time and move the cap as far as the close', () => {
    const softClose = { windowMs: 60_000, extendMs: 120_000, capAt: T0 + 650_000 };
    const { answers, decisions, state } = play(start({ ...ENGLISH, softClose, minResumeMs: 30_000 }), [
      pause(590_000),
      bid(591_000, 'b1', '1000'),
      tick(9_000_000),
      resume(9_000_000),
      bid(9_029_999, 'b1', '1000'),
    ]);
    expect(answers).toEqual([2, 'LOT_PAUSED', 2, 3, 4]);
    expect(stateView(decisions[2]!.state)).toMatchObject({
      phase: 'PAUSED',
      closesAt: null,
      remaining: 10_000,
    });
    expect([state.closesAt, state.capAt]).toEqual([T0 + 9_080_000, T0 + 9_080_000]);
  });
});

describe('outage (R26)', () => {
  it('lets no lot close while the platform is down', () => {
    const { state, events } = play(start(ENGLISH), [
      bid(1, 'b1', '1000'),
      outage(1_000_000, 590_000, 700_000),
    ]);
    expect(events.slice(2).map(({ type, at }) => [type, at - T0])).toEqual([
      ['OUTAGE', 700_000],
      ['CLOSED', 710_000],
      ['SOLD', 710_000],
    ]);
    expect(outcome(state)?.winner).toBe('b1');
  });

  it('moves nothing while the lot is paused', () => {
    const { state, publicEvents } = play(start(ENGLISH), [pause(100_000), outage(300_000, 150_000, 300_000)]);
    expect(publicEvents.at(-1)).toMatchObject({ type: 'OUTAGE', closesAt: null });
    expect(state.remaining).toBe(500_000);
  });

  it('comes after what was due by its beginning', () => {
    const { answers, events } = play(start(ENGLISH), [
      bid(1, 'b1', '1000'),
      outage(900_000, 600_000, 900_000),
    ]);
    expect(answers).toEqual([2, 'WRONG_PHASE']);
    expect(events.at(-1)).toMatchObject({ type: 'SOLD', at: T0 + 600_000 });
    const opened = play(start(ENGLISH), [outage(20_000, 0, 10_000)]);
    expect(opened.events.map(({ type }) => type)).toEqual(['OPENED', 'OUTAGE']);
  });

  it('moves a lot that has not opened, and the hammer, and refuses what overlaps a command', () => {
    const late = play(start(ENGLISH), [outage(50_000, -10_000, 40_000)]).state;
    expect([late.phase, late.closesAt]).toEqual(['OPEN', T0 + 640_000]);
    const waiting = { ...ENGLISH, hammer: { mode: 'AUCTIONEER', timeoutMs: 60_000 } } as const;
    expect(play(start(waiting), [tick(610_000), outage(700_000, 610_000, 700_000)]).state.hammerDueAt).toBe(
      T0 + 750_000,
    );
    expect(play(start(ENGLISH), [tick(10), outage(20, 9, 15), outage(30, 25, 31)]).answers).toEqual([
      1,
      'BAD_OUTAGE',
      'BAD_OUTAGE',
    ]);
  });
});

describe('hammer (R22)', () => {
  it('only pronounces, and is late at the timeout', () => {
    const lot = { ...ENGLISH, reserve: '5000', hammer: { mode: 'AUCTIONEER', timeoutMs: 60_000 } } as const;
    const commands = [bid(1, 'b1', '1000'), tick(600_000)];
    const hammered = play(start(lot), [...commands, hammer(659_999)]);
    expect(hammered.events.slice(-2).map(({ type }) => type)).toEqual(['HAMMER', 'UNSOLD']);
    const late = play(start(lot), [...commands, hammer(660_000)]);
    expect(late.answers.at(-1)).toBe('WRONG_PHASE');
    expect(late.events.at(-1)).toMatchObject({ type: 'UNSOLD', at: T0 + 660_000 });
  });
});

describe('withdrawal (R25) and too few bidders (R19)', () => {
  it('ends the lot for good and keeps price and leader (R17, R50)', () => {
    const { answers, state } = play(start(ENGLISH), [
      bid(1, 'b1', '1000'),
      withdraw(2),
      bid(3, 'b2', '1100'),
      tick(700_000),
    ]);
    expect(answers).toEqual([2, 3, 'LOT_NOT_OPEN', 3]);
    expect(stateView(state)).toEqual({ phase: 'WITHDRAWN', price: '1000', leader: 'b1', seq: 3, bids: 1 });
  });

  it.each([
    [0, 'UNSOLD', 'NO_QUALIFIED_BIDDER'],
    [1, 'UNSOLD', 'NOT_ENOUGH_BIDDERS'],
    [1, 'AGREEMENT', 'SOLE_BIDDER_AGREEMENT'],
    [1, 'PROCEED', undefined],
    [2, 'PROCEED', 'NOT_ENOUGH_BIDDERS'],
  ] as const)('%i of three needed, %s', (count, soleBidder, reason) => {
    const bidders = Array.from({ length: count }, (_, index) => bidder(index + 1));
    const lot = { ...ENGLISH, minQualified: 3, soleBidder };
    expect(outcome(play(start(lot, [...PEOPLE.slice(3), ...bidders]), [tick(0)]).state)?.reason).toBe(reason);
  });
});
