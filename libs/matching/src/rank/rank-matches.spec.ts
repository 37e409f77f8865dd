import fc from 'fast-check';
import { sharesOf } from './largest-remainder.js';
import { demandQuery, type Candidate, type RankedDemand } from './match-input.js';
import { rankMatches, WEIGHTS } from './rank-matches.js';
import { agreeing, keysOf } from './words.js';

const NEWEST = new Date('2026-06-01T00:00:00Z');

const demand = (more: Partial<RankedDemand> = {}): RankedDemand => ({
  titleZh: null,
  titleEn: 'Coating against ice on turbine blades',
  problemZh: null,
  problemEn: 'Ice costs a tenth of the yield each winter.',
  targetZh: null,
  targetEn: null,
  fieldCode: 'ENERGY',
  regionCode: '440100',
  budgetAmount: '100000000',
  cooperationMode: 'LICENSE',
  ...more,
});

const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  id: 'a',
  relevance: 10,
  titleZh: null,
  titleEn: 'Ice-phobic coatings',
  summaryZh: null,
  summaryEn: 'Keeps blades of turbines free of ice.',
  abstractZh: null,
  abstractEn: null,
  keywords: [],
  fieldCode: null,
  regionCode: null,
  trlLevel: null,
  askingPriceAmount: null,
  publishedAt: NEWEST,
  ...more,
});

const reasonsOf = (given: Partial<Candidate>, wish: Partial<RankedDemand> = {}) =>
  Object.fromEntries(
    rankMatches(demand(wish), [candidate(given)], NEWEST, 1)[0]!.reasons.map((reason) => [
      reason.kind,
      reason.evidence,
    ]),
  );

const anyCandidate = fc.record({
  id: fc.uuid(),
  relevance: fc.double({ min: 0.01, max: 60, noNaN: true }),
  fieldCode: fc.constantFrom(null, 'ENERGY', 'MATERIALS'),
  regionCode: fc.constantFrom(null, '440100', '440300', '110000'),
  trlLevel: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  askingPriceAmount: fc.constantFrom(null, '100', '100000000', '110000000', '900000000'),
  publishedAt: fc.date({ min: new Date('2015-01-01'), max: NEWEST, noInvalidDate: true }),
});

describe('ranking', () => {
  it('gives every score in range and reasons that sum to the whole', () => {
    fc.assert(
      fc.property(fc.array(anyCandidate, { minLength: 1, maxLength: 20 }), (given) => {
        for (const { score, reasons } of rankMatches(demand(), given.map(candidate), NEWEST, 100)) {
          expect(Number.isInteger(score) && score > 0 && score <= 10_000).toBe(true);
          expect(reasons.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0)).toBe(10_000);
          expect(reasons.every(({ shareBasisPoints }) => shareBasisPoints >= 0)).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order in which candidates come', () => {
    const byId = { selector: ({ id }: { id: string }) => id, minLength: 2, maxLength: 12 };
    fc.assert(
      fc.property(fc.uniqueArray(anyCandidate, byId), (given) => {
        const candidates = given.map(candidate);
        const ranked = rankMatches(demand(), candidates, NEWEST, 100);
        expect(rankMatches(demand(), candidates.toReversed(), NEWEST, 100)).toEqual(ranked);
        expect(rankMatches(demand(), candidates, NEWEST, 1)).toEqual(ranked.slice(0, 1));
      }),
    );
  });

  it('ranks more relevant candidates higher when all else is equal, equal ones by id', () => {
    const ids = [
      candidate({ id: 'c', relevance: 4 }),
      candidate({ id: 'b', relevance: 4 }),
      candidate({ id: 'a', relevance: 1 }),
      candidate({ id: 'd', relevance: 9 }),
    ];
    const ranked = rankMatches(demand(), ids, NEWEST, 10).map(({ achievementId }) => achievementId);
    expect(ranked).toEqual(['d', 'b', 'c', 'a']);
  });

  it('names what agrees, as it is stored', () => {
    expect(reasonsOf({})['TERMS']).toEqual(['Ice', 'coatings', 'blades', 'turbines']);
    expect(reasonsOf({ fieldCode: 'ENERGY' })['FIELD']).toEqual(['ENERGY']);
    expect(reasonsOf({ fieldCode: 'CITY' })).not.toHaveProperty('FIELD');
    expect(reasonsOf({ regionCode: '440100' })['REGION']).toEqual(['440100']);
    expect(reasonsOf({ regionCode: '440300' })['REGION']).toEqual(['440300', '440100']);
    expect(reasonsOf({ regionCode: '110000' })).not.toHaveProperty('REGION');
    expect(reasonsOf({ trlLevel: 8 })['MATURITY']).toEqual(['TRL 8']);
    expect(reasonsOf({ askingPriceAmount: '90000005' })['PRICE']).toEqual([
      'CNY 900000.05',
      'CNY 1000000.00',
    ]);
    expect(reasonsOf({ askingPriceAmount: '120000001' })).not.toHaveProperty('PRICE');
    expect(reasonsOf({})['FRESHNESS']).toEqual(['2026-06-01']);
  });

  it('prefers ready technology for a licence, half-done technology for development', () => {
    const pair = [candidate({ id: 'ready', trlLevel: 9 }), candidate({ id: 'begun', trlLevel: 5 })];
    const first = (cooperationMode: string) =>
      rankMatches(demand({ cooperationMode }), pair, NEWEST, 1)[0]!.achievementId;
    expect(first('LICENSE')).toBe('ready');
    expect(first('JOINT_DEVELOPMENT')).toBe('begun');
  });

  it('scores low what only shares a word', () => {
    const far = candidate({ titleEn: 'Winter barley', summaryEn: 'A variety that bears ice.' });
    const [near] = rankMatches(demand(), [candidate()], NEWEST, 1);
    expect(rankMatches(demand(), [far], NEWEST, 1)[0]!.score).toBeLessThan(near!.score * 0.7);
  });

  it('weighs to a whole', () => {
    expect(Object.values(WEIGHTS).reduce<number>((sum, weight) => sum + weight, 0)).toBe(10_000);
  });
});

describe('words', () => {
  it('agree in both languages, endings aside', () => {
    expect(agreeing('一种抗结冰涂层的制备', keysOf('用于风机叶片的抗结冰涂层'))).toEqual(['抗结冰涂层']);
    expect(agreeing('Coated batteries', keysOf('coating of a battery'))).toEqual(['Coated', 'batteries']);
    expect(keysOf('the use of a 技术的')).toEqual(new Set());
  });

  it('ask the engine with the title first of all', () => {
    expect(demandQuery(demand()).match(/Coating against ice/g)).toHaveLength(3);
  });
});

describe('largest remainder', () => {
  it('gives whole shares of exactly 10,000, off by less than one from the exact', () => {
    const points = fc.array(fc.integer({ min: 1, max: 6500 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(points, (given) => {
        const shares = sharesOf(given);
        const total = given.reduce((sum, point) => sum + point, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
        given.forEach((point, i) => expect(Math.abs(shares[i]! - (point * 10_000) / total)).toBeLessThan(1));
      }),
    );
    expect(sharesOf([1, 1, 1])).toEqual([3334, 3333, 3333]);
    expect(sharesOf([2, 5])).toEqual([2857, 7143]);
  });
});
