import { TokenBuckets } from './token-buckets.js';

describe('a token bucket', () => {
  it('lets a burst through, then the steady rate, and each key has its own', () => {
    const buckets = new TokenBuckets(20, 40);
    const taken = (key: string, at: number) =>
      Array.from({ length: 50 }, () => buckets.take(key, at)).filter(Boolean).length;
    expect(taken('one', 0)).toBe(40);
    expect(taken('two', 0)).toBe(40);
    expect(taken('one', 100)).toBe(2);
    expect(taken('one', 60_000)).toBe(40);
  });
});
