import { outcome, stateView } from '../index.js';
import {
  bid,
  deposit,
  ENGLISH,
  FREE_CYCLE,
  maxBid,
  PEOPLE,
  bidder,
  play,
  REVERSE,
  start,
  T0,
  tick,
} from '../testing/scenario.js';

describe('ENGLISH_SOFT', () => {
  it('takes bids on the grid, not from the leader, and sells to the highest at the close (R27, R28, R3)', () => {
    const { answers, state } = play(start(ENGLISH), [
      bid(0, 'b1', '999'),
      bid(0, 'b1', '1000'),
      bid(1, 'b1', '1200'),
      bid(2, 'b2', '1150'),
      bid(2, 'b2', '1300'),
      bid(600_000, 'b1', '1400'),
    ]);
    expect(answers).toEqual(['TOO_LOW', 2, 'SELF_OUTBID', 'NOT_ON_STEP', 3, 'LOT_NOT_OPEN']);
    expect(outcome(state)).toEqual({ state: 'SOLD', winner: 'b2', price: '1300', reason: null });
  });

  it('keys the ladder by the visible price; a band counts from its own start (R9)', () => {
    const bands = [
      { from: '0', step: '100' },
      { from: '2000', step: '500' },
    ];
    const { answers } = play(start({ ...ENGLISH, increment: { type: 'LADDER', bands } }), [
      bid(1, 'b1', '2000'),
      bid(2, 'b2', '2100'),
      bid(3, 'b2', '2500'),
    ]);
    expect(answers).toEqual([2, 'TOO_LOW', 3]);
  });

  it('extends a late bid, up to the cap and never to an earlier time (R29, R30)', () => {
    const softClose = { windowMs: 60_000, extendMs: 120_000, capAt: T0 + 700_000 };
    const { decisions } = play(start({ ...ENGLISH, softClose }), [
      bid(539_999, 'b1', '1000'),
      bid(540_000, 'b2', '1100'),
      bid(650_000, 'b1', '1200'),
      bid(699_999, 'b2', '1300'),
    ]);
    expect(decisions.map(({ state }) => stateView(state).closesAt)).toEqual(
      [600_000, 660_000, 700_000, 700_000].map((after) => T0 + after),
    );
  });

  it('lets only qualified bidders bid, by a list frozen at the opening (R11, R12, R13)', () => {
    const people = [
      ...PEOPLE.slice(3),
      bidder(1, { depositHeld: '5' }),
      bidder(2),
      bidder(3, { barred: true }),
    ];
    const { answers } = play(start({ ...ENGLISH, depositRequired: '5' }, people), [
      deposit(1, 'b2', '5'),
      bid(2, 'b2', '1000'),
      bid(2, 'b3', '1000'),
      bid(2, 'sel', '1000'),
      bid(2, 'jury', '1000'),
      bid(3, 'b1', '1000'),
      deposit(4, 'b1', '4'),
    ]);
    expect(answers).toEqual([2, 'NOT_QUALIFIED', 'BARRED', 'SELF_BID', 'NOT_ALLOWED', 3, 'DEPOSIT_LOCKED']);
  });

  it('sells from the reserve on, and never tells the reserve (R38, R53)', () => {
    for (const [amount, state] of [
      ['1900', 'UNSOLD'],
      ['2000', 'SOLD'],
    ] as const) {
      const played = play(start({ ...ENGLISH, reserve: '2000' }), [bid(1, 'b1', amount), tick(600_000)]);
      expect(outcome(played.state)?.state).toBe(state);
      if (state === 'UNSOLD') expect(JSON.stringify(played.publicEvents)).not.toContain('2000');
    }
  });
});

describe('maximum bids', () => {
  const proxy = { ...ENGLISH, proxy: true };

  it('settle in one step; the earlier of equal maxima leads (R35)', () => {
    const { decisions, state } = play(start(proxy), [
      maxBid(1, 'b1', '2000'),
      bid(2, 'b2', '1500'),
      maxBid(3, 'b3', '2030'),
      maxBid(4, 'b1', '9000'),
      maxBid(5, 'b2', '9000'),
    ]);
    expect(decisions.map(({ state: after }) => [after.price, after.leader])).toEqual([
      [1000n, 'b1'],
      [1600n, 'b1'],
      // a full increment over 2000 would be above the newcomer's own maximum
      [2030n, 'b3'],
      [2130n, 'b1'],
      [9000n, 'b1'],
    ]);
    expect(state.bids).toBe(5);
  });

  it('of the leader move nothing that others see (R36)', () => {
    const { answers, decisions } = play(start(proxy), [
      maxBid(1, 'b1', '2000'),
      maxBid(2, 'b1', '999'),
      maxBid(3, 'b1', '1000'),
    ]);
    expect(answers).toEqual([2, 'MAX_BELOW_PRICE', 3]);
    expect(decisions[2]?.publicEvents).toEqual([]);
    expect(decisions[2]?.state.leaderMax).toBe(1000n);
  });

  it('that reach the reserve buy at exactly the reserve (R38)', () => {
    const { state } = play(start({ ...proxy, reserve: '1777' }), [maxBid(1, 'b1', '1777'), tick(600_000)]);
    expect(outcome(state)).toMatchObject({ state: 'SOLD', price: '1777' });
  });
});

describe('first refusal (R37)', () => {
  const people = [...PEOPLE.slice(1), bidder(1, { priorityRank: 1 })];
  const lot = { ...ENGLISH, firstRefusal: true };

  it('lets the better rank take the lead with an equal bid; the other needs a full step', () => {
    const { answers, state } = play(start(lot, people), [
      bid(1, 'b2', '1500'),
      bid(2, 'b3', '1500'),
      bid(3, 'b1', '1500'),
      bid(4, 'b2', '1500'),
      bid(5, 'b2', '1600'),
    ]);
    expect(answers).toEqual([2, 'TOO_LOW', 3, 'TOO_LOW', 4]);
    expect(state.leader).toBe('b2');
  });

  it('lets a leader of better rank only equal the challenger (R35)', () => {
    const { state } = play(start({ ...lot, proxy: true }, people), [
      maxBid(1, 'b1', '3000'),
      bid(2, 'b2', '2500'),
    ]);
    expect([state.leader, state.price]).toEqual(['b1', 2500n]);
  });
});

describe('ENGLISH_FREE_CYCLE', () => {
  it('goes from the free period into cycles that every bid renews, up to the last (R31, R33)', () => {
    const freeCycle = { ...FREE_CYCLE.freeCycle!, maxCycles: 2 };
    const { decisions, state } = play(start({ ...FREE_CYCLE, freeCycle }), [
      bid(599_000, 'b1', '1000'),
      bid(700_000, 'b2', '1100'),
      bid(800_000, 'b1', '1200'),
      tick(820_000),
    ]);
    const clock = decisions.map(({ state: { phase, cycle, closesAt } }) => [phase, cycle, closesAt - T0]);
    expect(clock).toEqual([
      ['FREE', 0, 600_000],
      ['CYCLE', 2, 820_000],
      ['CYCLE', 2, 820_000],
      ['SOLD', 2, 820_000],
    ]);
    expect(outcome(state)).toMatchObject({ winner: 'b1', price: '1200' });
  });

  it('under BID_ONCE is only for those who bid in the free period (R32)', () => {
    const lot = { ...FREE_CYCLE, freeCycle: { ...FREE_CYCLE.freeCycle!, entryRule: 'BID_ONCE' as const } };
    expect(play(start(lot), [bid(1, 'b1', '1000'), bid(600_000, 'b2', '1100')]).answers).toEqual([
      2,
      'NOT_ENTERED',
    ]);
    expect(outcome(play(start(lot), [tick(600_000)]).state)?.reason).toBe('NO_BID');
  });
});

describe('REVERSE_ENGLISH (R47)', () => {
  it('mirrors the grid; the lowest wins; amounts stay positive', () => {
    const { answers, state } = play(start(REVERSE), [
      bid(1, 'b1', '1001'),
      bid(2, 'b1', '1000'),
      bid(3, 'b2', '950'),
      bid(4, 'b2', '900'),
      bid(5, 'b1', '0'),
      tick(600_000),
    ]);
    expect(answers).toEqual(['TOO_HIGH', 2, 'TOO_HIGH', 3, 'BAD_AMOUNT', 5]);
    expect(outcome(state)).toMatchObject({ winner: 'b2', price: '900' });
  });
});
