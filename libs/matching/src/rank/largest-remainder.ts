/** What the shares of a whole sum to. */
export const WHOLE = 10_000;

/**
 * Whole shares in basis points, proportional to `points`, that sum to exactly 10,000 (largest remainder, Hamilton):
 * what rounding down leaves over goes to the largest fractions, the earlier one first when they are equal.
 * `points` are whole, none negative, at least one positive.
 */
export function sharesOf(points: readonly number[]): number[] {
  const total = points.reduce((sum, point) => sum + point, 0);
  const shares = points.map((point) => Math.floor((point * WHOLE) / total));
  const remainders = points.map((point, i) => ({ i, remainder: (point * WHOLE) % total }));
  remainders.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const left = WHOLE - shares.reduce((sum, share) => sum + share, 0);
  for (const { i } of remainders.slice(0, left)) shares[i]!++;
  return shares;
}
