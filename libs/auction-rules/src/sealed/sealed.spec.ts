import { outcome, stateView } from '../index.js';
import {
  deposit,
  envelope,
  hammer,
  play,
  score,
  SCORED,
  SEALED,
  start,
  T0,
  takeBack,
  tick,
  unseal,
  VICKREY,
} from '../testing/scenario.js';

describe('SEALED_FIRST (R41 to R44)', () => {
  it('counts the last version, which takes the new place in time', () => {
    const { answers, publicEvents, state } = play(start(SEALED), [
      envelope(1, 'b1', '999'),
      envelope(1, 'b1', '2000'),
      envelope(2, 'b2', '2000'),
      envelope(3, 'b1', '2000'),
      takeBack(4, 'b3'),
      envelope(5, 'b3', '9000'),
      takeBack(6, 'b3'),
      tick(600_000),
    ]);
    expect(answers).toEqual(['TOO_LOW', 2, 3, 4, 'NO_LIVE_BID', 5, 6, 9]);
    expect(outcome(state)).toMatchObject({ winner: 'b2', price: '2000' });
    expect(publicEvents.map(({ type }) => type)).toEqual(['OPENED', 'CLOSED', 'UNSEALED', 'SOLD']);
    expect(publicEvents[2]?.bids).toEqual([
      { code: '102', amount: '2000' },
      { code: '101', amount: '2000' },
    ]);
  });

  it('with two officers waits for both, then for the hammer (R43, R22)', () => {
    const lot = {
      ...SEALED,
      opening: 'TWO_OFFICERS',
      hammer: { mode: 'AUCTIONEER', timeoutMs: 5_000 },
    } as const;
    const { answers, decisions, events } = play(start(lot), [
      envelope(1, 'b1', '2000'),
      unseal(900_000, 'off1'),
      unseal(900_001, 'off1'),
      hammer(900_002),
      unseal(900_003, 'off2'),
      hammer(905_002),
    ]);
    expect(answers).toEqual([2, 4, 'ALREADY_VOTED', 'WRONG_PHASE', 5, 7]);
    expect(stateView(decisions[1]!.state)).toMatchObject({ phase: 'OPENING', closesAt: T0 + 600_000 });
    expect(events.at(-1)).toMatchObject({ type: 'SOLD', at: T0 + 905_002 });
  });

  it('binds the deposit while an envelope lives (R13)', () => {
    const { answers } = play(start({ ...SEALED, depositRequired: '5' }), [
      deposit(-9, 'b1', '5'),
      envelope(1, 'b1', '2000'),
    ]);
    expect(answers).toEqual([1, 3]);
  });
});

describe('VICKREY (R45)', () => {
  it('charges the second amount, the reserve or the start, whichever is largest, and shows no amounts', () => {
    const price = (reserve: string | null, ...amounts: string[]) =>
      outcome(
        play(start({ ...VICKREY, reserve }), [
          ...amounts.map((amount, index) => envelope(index, `b${index + 1}`, amount)),
          tick(600_000),
        ]).state,
      )?.price;
    expect(price(null, '5000', '3000')).toBe('3000');
    expect(price('4000', '5000', '3000')).toBe('4000');
    expect(price(null, '5000')).toBe('1000');
    expect(price(null, '3000', '3000')).toBe('3000');
    expect(price('6000', '5000', '3000')).toBeNull();
    const { publicEvents } = play(start(VICKREY), [envelope(1, 'b1', '7777'), tick(600_000)]);
    expect(JSON.stringify(publicEvents)).not.toContain('7777');
  });
});

describe('REVERSE_SEALED_SCORED (R46)', () => {
  it('weighs price and quality exactly and excludes whoever lacks points', () => {
    const { publicEvents, state } = play(start(SCORED), [
      envelope(1, 'b1', '9000'),
      envelope(2, 'b2', '1000'),
      envelope(3, 'b3', '8000'),
      score(4, 'b1', 90),
      score(5, 'b2', 59),
      score(6, 'b3', 60),
      score(7, 'b3', 101),
      tick(600_000),
    ]);
    expect(outcome(state)).toMatchObject({ winner: 'b1', price: '9000' });
    expect(publicEvents[2]?.bids).toEqual([
      { code: '101', amount: '9000', score: '268/3' },
      { code: '103', amount: '8000', score: '84/1' },
      { code: '102', amount: '1000', score: null },
    ]);
  });

  it('names the first reason for which nobody wins', () => {
    const reason = (points: number) =>
      outcome(
        play(start({ ...SCORED, reserve: '5000' }), [
          envelope(1, 'b1', '6000'),
          score(2, 'b1', points),
          tick(600_000),
        ]).state,
      )?.reason;
    expect(reason(59)).toBe('NO_VALID_BID');
    expect(reason(60)).toBe('RESERVE_NOT_MET');
    expect(outcome(play(start(SCORED), [tick(600_000)]).state)?.reason).toBe('NO_BID');
  });
});
