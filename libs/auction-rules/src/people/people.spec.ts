import { joinLot, openLot } from '../index.js';
import { bid, bidder, ENGLISH, FIXED, order, PEOPLE, play, start, tick } from '../testing/scenario.js';

describe('participants (R10)', () => {
  it('are refused when an id or a code is there twice or a bidder has no code', () => {
    const { lot } = start(ENGLISH);
    expect(() => openLot(lot, [bidder(1), bidder(1, { code: '9' })])).toThrow(/b1/);
    expect(() => openLot(lot, [bidder(1), bidder(2, { code: '101' })])).toThrow(/101/);
    expect(() => openLot(lot, [bidder(1, { code: null })])).toThrow(/code/);
  });
});

describe('joinLot', () => {
  it('adds a bidder before the opening, who then bids as if there from the start', () => {
    const joined = joinLot(start(ENGLISH, PEOPLE.slice(1)), bidder(1));
    expect(play(joined, [bid(1, 'b1', '1000')]).answers).toEqual([2]);
    expect(() => joinLot(joined, bidder(1))).toThrow(RangeError);
  });

  it('takes newcomers after the opening only where a replay would decide alike (R12, R19)', () => {
    const english = play(start(ENGLISH), [tick(0)]).state;
    expect(() => joinLot(english, bidder(4))).toThrow(/R12/);
    const shop = play(start(FIXED), [tick(0)]).state;
    expect(play(joinLot(shop, bidder(4)), [order(1, 'b4')]).answers).toEqual([2]);
    const sole = { ...ENGLISH, lateEntry: true, minQualified: 3, soleBidder: 'PROCEED' } as const;
    const opened = play(start(sole, [bidder(1), ...PEOPLE.slice(3)]), [tick(0)]).state;
    expect(opened.phase).toBe('OPEN');
    expect(() => joinLot(opened, bidder(4))).toThrow(/R12/);
  });
});
