import { lastQuarters } from './quarters.js';

describe('quarters', () => {
  it('turn at midnight of UTC+8, not of UTC', () => {
    expect(lastQuarters(new Date('2026-09-30T15:59:59.999Z'), 1)).toEqual(['2026Q3']);
    expect(lastQuarters(new Date('2026-09-30T16:00:00Z'), 1)).toEqual(['2026Q4']);
    expect(lastQuarters(new Date('2026-12-31T16:00:00Z'), 2)).toEqual(['2026Q4', '2027Q1']);
  });

  it('come oldest first without a gap', () => {
    const quarters = lastQuarters(new Date('2026-05-01T00:00:00Z'), 13);
    expect([quarters.length, quarters[0], quarters[4], quarters[12]]).toEqual([
      13,
      '2023Q2',
      '2024Q2',
      '2026Q2',
    ]);
  });
});
