import { deserializeState, nextDueAt, nextValidBid, serializeState, stateView } from '../index.js';
import {
  accept,
  bid,
  bidder,
  DUTCH,
  ENGLISH,
  envelope,
  FIXED,
  order,
  PEOPLE,
  play,
  REVERSE,
  SEALED,
  start,
  T0,
  tick,
} from '../testing/scenario.js';

describe('snapshots', () => {
  it('are plain JSON, with or without stored replies', () => {
    const { state } = play(start(SEALED), [envelope(1, 'b1', '900719925474099312'), tick(2)]);
    const json = JSON.stringify(serializeState(state));
    expect(JSON.stringify(serializeState(deserializeState(JSON.parse(json))))).toBe(json);
    expect(serializeState(state, { replies: false }).ledger.replies).toEqual([]);
  });

  it('of another version are refused', () => {
    expect(() => deserializeState({ ...serializeState(start(ENGLISH)), version: 99 })).toThrow(RangeError);
    expect(() => deserializeState('state')).toThrow(RangeError);
  });
});

describe('nextDueAt (R4)', () => {
  it('is the time of the running timer', () => {
    expect(nextDueAt(start(ENGLISH))).toBe(T0);
    expect(nextDueAt(play(start(ENGLISH), [tick(0)]).state)).toBe(T0 + 600_000);
    expect(nextDueAt(play(start(ENGLISH), [tick(600_000)]).state)).toBeNull();
  });
});

describe('nextValidBid', () => {
  it('is what this bidder may bid next, or nothing', () => {
    const people = [...PEOPLE, bidder(4, { priorityRank: 1 })];
    const before = start({ ...ENGLISH, firstRefusal: true }, people);
    expect(nextValidBid(before, 'b1')).toBeNull();
    const { state } = play(before, [bid(1, 'b1', '1500')]);
    expect([null, 'b1', 'b2', 'b4', 'sel', 'x'].map((id) => nextValidBid(state, id))).toEqual([
      1600n,
      null,
      1600n,
      1500n,
      null,
      null,
    ]);
  });

  it('knows the other formats', () => {
    expect(nextValidBid(play(start(DUTCH), [tick(60_000)]).state, 'b1')).toBe(9000n);
    expect(nextValidBid(play(start(FIXED), [order(1, 'b1')]).state, 'b1')).toBeNull();
    expect(nextValidBid(play(start(FIXED), [order(1, 'b1')]).state, 'b2')).toBe(50000n);
    expect(nextValidBid(play(start(SEALED), [tick(0)]).state, 'b2')).toBe(1000n);
    expect(nextValidBid(play(start(REVERSE), [bid(1, 'b1', '100')]).state, 'b2')).toBeNull();
  });
});

describe('stateView (R50)', () => {
  it('shows no price of DUTCH before the opening and the acceptor afterwards', () => {
    expect(stateView(start(DUTCH))).toEqual({
      phase: 'SCHEDULED',
      price: null,
      leader: null,
      closesAt: T0 + 360_000,
      seq: 0,
    });
    const { state } = play(start(DUTCH), [accept(1, 'b1', 0)]);
    expect(stateView(state)).toEqual({ phase: 'SOLD', price: '10000', leader: 'b1', seq: 4, step: 0 });
  });
});
