import fc from 'fast-check';
import type { LotConfig } from '../index.js';
import { bidder, ENGLISH, play, start, T0, type Played } from '../testing/scenario.js';
import { arbitraryRunOf, type Run } from './arbitrary-lot.js';

const run = ({ config, people, commands }: Run): Played => play(start(config, people), commands);

/** R9 once more, in another way. */
function stepAt(config: LotConfig, price: bigint): bigint {
  const rule = config.increment!;
  if (rule.type === 'FIXED') return BigInt(rule.step);
  return BigInt(rule.bands.filter(({ from }) => BigInt(from) <= price).at(-1)!.step);
}

describe('visible price', () => {
  it('rises with every bid by full increments, except where a better rank equals it (R27, R35, R37)', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('ENGLISH_SOFT' as const, 'ENGLISH_FREE_CYCLE' as const).chain(arbitraryRunOf),
        (each) => {
          let last: bigint | null = null;
          for (const event of run(each).events) {
            if (event.type !== 'BID') continue;
            const price = BigInt(event.data.price);
            const least = last === null ? BigInt(each.config.startPrice) : last + stepAt(each.config, last);
            // a better rank may equal the price, and between two maxima it may rise by less than an increment
            if (last !== null && each.config.firstRefusal) expect(price).toBeGreaterThanOrEqual(last);
            else if (last !== null && each.config.proxy) expect(price).toBeGreaterThan(last);
            else expect(price).toBeGreaterThanOrEqual(least);
            expect(BigInt(event.data.leaderMax)).toBeGreaterThanOrEqual(price);
            last = price;
          }
        },
      ),
      { numRuns: 500 },
    ));

  it('falls with every bid in a reverse auction (R47)', () =>
    fc.assert(
      fc.property(arbitraryRunOf('REVERSE_ENGLISH'), (each) => {
        let last: bigint | null = null;
        for (const event of run(each).events) {
          if (event.type !== 'BID') continue;
          const price = BigInt(event.data.price);
          expect(price).toBeGreaterThan(0n);
          if (last === null) expect(price).toBeLessThanOrEqual(BigInt(each.config.startPrice));
          else if (each.config.firstRefusal) expect(price).toBeLessThanOrEqual(last);
          else expect(price).toBeLessThanOrEqual(last - stepAt(each.config, last));
          last = price;
        }
      }),
      { numRuns: 300 },
    ));
});

type Standing = { readonly leader: string; readonly price: bigint; readonly max: bigint };

/**
 * An oracle for R35 where everything lies on the grid: the price rises by one increment after the other as long as
 * both stay in. Whoever is alone gets it one increment above the other's last; if both leave at once, the earlier.
 */
function duel(now: Standing, challenger: string, max: bigint, step: bigint): Standing {
  for (let price = now.price; ; price += step) {
    const challengerStays = max >= price + step;
    const leaderStays = now.max >= price + step;
    if (challengerStays && leaderStays) continue;
    if (challengerStays) return { leader: challenger, price: price + step, max };
    return { ...now, price: leaderStays ? price + step : price };
  }
}

describe('maxima against one increment at a time', () => {
  const step = 100n;
  const entries = fc.array(
    fc.tuple(fc.constantFrom('b1', 'b2', 'b3'), fc.integer({ min: 10, max: 40 }), fc.boolean()),
    { maxLength: 12 },
  );

  it('come to the same leader and price (R34 to R36)', () =>
    fc.assert(
      fc.property(entries, (bids) => {
        let expected: Standing | null = null;
        let state = start({ ...ENGLISH, proxy: true }, [bidder(1), bidder(2), bidder(3)]);
        bids.forEach(([by, hundreds, plain], index) => {
          const max = BigInt(hundreds) * 100n;
          const command = plain ? { type: 'bid', amount: `${max}` } : { type: 'maxBid', max: `${max}` };
          state = play(state, [{ ...command, by, requestId: `${index}`, at: T0 + index }]).state;
          expected = after(expected, by, max, plain);
          expect([state.leader, state.price, state.leaderMax]).toEqual(
            expected === null ? [null, null, null] : [expected.leader, expected.price, expected.max],
          );
        });
      }),
      { numRuns: 500 },
    ));

  function after(now: Standing | null, by: string, max: bigint, plain: boolean): Standing | null {
    if (now === null) return max < 1000n ? null : { leader: by, price: plain ? max : 1000n, max };
    if (by === now.leader) return plain || max < now.price ? now : { ...now, max };
    if (max < now.price + step) return now;
    const next = duel(now, by, max, step);
    return plain && next.leader === by ? { ...next, price: max } : next;
  }
});
