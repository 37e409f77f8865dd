import type { Increment } from '../lot/lot.js';

/** R9: inc(x); at x equal to a `from` the new band already counts. */
export function increment(rule: Increment, price: bigint): bigint {
  if (rule.type === 'FIXED') return rule.step;
  let step = 0n;
  for (const band of rule.bands) {
    if (band.from > price) break;
    step = band.step;
  }
  return step;
}
