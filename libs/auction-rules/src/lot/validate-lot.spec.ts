import { describeLot, validateLot } from '../index.js';
import { ALL_LOTS, DUTCH, ENGLISH, FIXED, REVERSE, SCORED, SEALED, T0 } from '../testing/scenario.js';

const fieldsOf = (lot: unknown) => {
  const validation = validateLot(lot);
  return validation.ok ? [] : validation.problems.map(({ field }) => field);
};

describe('validateLot (R7 to R9)', () => {
  it.each(ALL_LOTS)('takes a good $format lot and describes it so that it reads the same', (config) => {
    const validation = validateLot(config);
    if (!validation.ok) throw new Error(JSON.stringify(validation.problems));
    expect(validateLot(describeLot(validation.lot))).toEqual(validation);
  });

  it('fills in defaults, which FIXED_PRICE has of its own', () => {
    expect(validateLot(ENGLISH)).toMatchObject({
      lot: { currency: 'CNY', minQualified: 1, lateEntry: false },
    });
    expect(validateLot(FIXED)).toMatchObject({ lot: { minQualified: 0, lateEntry: true } });
    expect(validateLot(DUTCH)).toMatchObject({ lot: { closesAt: T0 + 360_000 } });
  });

  it.each([
    ['', null],
    ['', 'lot'],
    ['id', { ...ENGLISH, id: '' }],
    ['format', { ...ENGLISH, format: 'AUCTION' }],
    ['startPrice', { ...ENGLISH, startPrice: 1000 }],
    ['startPrice', { ...ENGLISH, startPrice: '1234567890123456789' }],
    ['increment', { ...ENGLISH, increment: null }],
    ['hardClose', { ...ENGLISH, hardClose: true }],
    ['closesAt', { ...ENGLISH, closesAt: T0 }],
    ['closesAt', { ...DUTCH, closesAt: T0 + 1 }],
    ['proxy', { ...REVERSE, proxy: false }],
    ['reserve', { ...ENGLISH, reserve: '999' }],
    ['reserve', { ...REVERSE, reserve: '1001' }],
    ['reserveDisplay', { ...SEALED, reserveDisplay: 'MET' }],
    ['hammer.mode', { ...FIXED, hammer: { mode: 'AUCTIONEER', timeoutMs: 5 } }],
    ['hammer.timeoutMs', { ...ENGLISH, hammer: { mode: 'AUTO', timeoutMs: 5 } }],
    ['softClose.capAt', { ...ENGLISH, softClose: { windowMs: 0, extendMs: 1, capAt: T0 + 1 } }],
    ['increment.bands', { ...ENGLISH, increment: { type: 'FIXED', step: '1', bands: [] } }],
    [
      'scoring.minPoints',
      { ...SCORED, scoring: { priceWeight: 1, qualityWeight: 0, maxPoints: 5, minPoints: 6 } },
    ],
    ['dutch.floor', { ...DUTCH, dutch: { ...DUTCH.dutch, floor: '10001' } }],
  ])('names %j', (field, lot) => {
    expect(fieldsOf(lot)).toContain(field);
  });

  it('holds a ladder to R9', () => {
    const ladder = (...bands: [string, string][]) =>
      fieldsOf({
        ...ENGLISH,
        increment: { type: 'LADDER', bands: bands.map(([from, step]) => ({ from, step })) },
      });
    expect(ladder(['0', '5'], ['100', '5'])).toEqual([]);
    expect(ladder(['1', '5'])).toEqual(['increment.bands']);
    expect(ladder(['0', '5'], ['0', '6'])).toEqual(['increment.bands.1.from']);
    expect(ladder(['0', '5'], ['9', '4'])).toEqual(['increment.bands.1.step']);
  });
});
