import { ndcgAt, quantile, recallAt, reciprocalRankAt } from './metrics.js';

const grades = new Map([
  ['a', 2],
  ['b', 1],
  ['c', 0],
]);

describe('ranking measures', () => {
  it('gives 1 to the ideal order and less to any other', () => {
    expect(ndcgAt(10, ['a', 'b', 'c'], grades)).toBe(1);
    // (1/log2(2) + 2/log2(3)) / (2/log2(2) + 1/log2(3)), by hand.
    expect(ndcgAt(10, ['b', 'a'], grades)).toBeCloseTo(2.26186 / 2.63093, 5);
    expect(ndcgAt(1, ['c', 'a'], grades)).toBe(0);
    expect(ndcgAt(10, ['a'], new Map())).toBe(0);
  });

  it('counts the relevant ones among the first k', () => {
    expect(recallAt(100, ['x', 'b'], grades)).toBe(0.5);
    expect(recallAt(1, ['x', 'b'], grades)).toBe(0);
    expect(reciprocalRankAt(10, ['x', 'y', 'a'], grades)).toBeCloseTo(1 / 3);
    expect(reciprocalRankAt(2, ['x', 'y', 'a'], grades)).toBe(0);
  });

  it('takes quantiles by nearest rank', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.95)).toBe(4);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
