import { decide, recallReplies } from '../index.js';
import { bid, DUTCH, ENGLISH, play, start, T0 } from '../testing/scenario.js';

const late = (command: Record<string, unknown>) => decide(start(ENGLISH), command, T0 + 1).reply;

describe('order of checks (R15)', () => {
  const whole = { type: 'bid', by: 'b1', requestId: 'r', amount: '1000' };

  it.each([
    ['MALFORMED', { ...whole, type: 'steal', amount: 'x' }],
    ['MALFORMED', { ...whole, type: 'toString' }],
    ['MALFORMED', { ...whole, by: 7 }],
    ['MALFORMED', { ...whole, requestId: '' }],
    ['MALFORMED', { ...whole, amount: null }],
    ['MALFORMED', { ...whole, amount: 'x', currency: 5 }],
    ['REASON_REQUIRED', { ...whole, type: 'pause', reason: ' ' }],
    ['BAD_AMOUNT', { ...whole, amount: 1000, by: 'nobody' }],
    ['UNKNOWN_PARTICIPANT', { ...whole, by: '__proto__' }],
    ['UNKNOWN_BIDDER', { type: 'deposit', by: 'b1', requestId: 'r', bidder: 'sel', held: '0' }],
    ['SELF_BID', { ...whole, type: 'order', by: 'sel' }],
    ['NOT_ALLOWED', { ...whole, type: 'hammer' }],
    ['WRONG_FORMAT', { ...whole, type: 'maxBid', max: '5' }],
    ['WRONG_PHASE', { type: 'hammer', by: 'auc', requestId: 'r' }],
    ['WRONG_CURRENCY', { ...whole, amount: '5', currency: 'USD' }],
    ['TOO_LOW', { ...whole, amount: '5', currency: 'CNY' }],
  ])('%s', (code, command) => expect(late(command)).toEqual({ accepted: false, code }));

  it('takes anything that is no command at all', () => {
    for (const command of [null, 'bid', [], 5] as never[])
      expect(decide(start(ENGLISH), command, T0).reply).toEqual({ accepted: false, code: 'MALFORMED' });
  });
});

describe('repetition (R16)', () => {
  const first = { ...bid(1, 'b1', '1000'), requestId: 'q' };

  it('gives the identical reply at any time, whatever the order of fields, null as absent', () => {
    const again = { requestId: 'q', currency: null, amount: '1000', by: 'b1', type: 'bid', at: T0 + 700_000 };
    const { answers, decisions } = play(start(ENGLISH), [first, again]);
    expect(answers).toEqual([2, 2]);
    expect(decisions[1]?.stored).toBeNull();
  });

  it('refuses other content and keeps the first reply; other people are unrelated', () => {
    const { answers } = play(start(ENGLISH), [
      first,
      { ...first, amount: '1300' },
      first,
      { ...bid(2, 'b2', '1100'), requestId: 'q' },
    ]);
    expect(answers).toEqual([2, 'REQUEST_ID_REUSED', 2, 3]);
  });

  it('stores refusals, but not of malformed commands', () => {
    const early = { ...first, at: T0 - 1 };
    expect(play(start(ENGLISH), [early, first]).answers).toEqual(['LOT_NOT_OPEN', 'LOT_NOT_OPEN']);
    expect(play(start(ENGLISH), [{ ...first, type: 'x' }, first]).answers).toEqual(['MALFORMED', 2]);
  });

  it('works with replies kept outside of the state', () => {
    const { decisions } = play(start(ENGLISH), [first]);
    const elsewhere = recallReplies(start(ENGLISH), [decisions[0]!.stored!]);
    expect(play(elsewhere, [{ ...first, at: T0 + 9 }]).answers).toEqual([2]);
  });
});

describe('time (R2, R4)', () => {
  it('does not run backwards when a clock does', () => {
    const { events } = play(start(ENGLISH), [bid(500, 'b1', '1000'), bid(100, 'b2', '1100')]);
    expect(events.map(({ at }) => at - T0)).toEqual([0, 500, 500]);
  });

  it('throws for a now that is no integer, which no rule foresees', () => {
    expect(() => decide(start(ENGLISH), { type: 'tick' }, T0 + 0.5)).toThrow(RangeError);
  });

  it('fires timers before a command that is then refused', () => {
    expect(
      play(start(DUTCH), [{ at: T0 + 130_000, type: 'nonsense' }]).events.map(({ type }) => type),
    ).toEqual(['OPENED', 'STEP', 'STEP']);
  });
});
