import fc from 'fast-check';
import { FORMATS, type PublicEvent } from '../index.js';
import { bid, bidder, ENGLISH, maxBid, play, start, T0, tick } from '../testing/scenario.js';
import { arbitraryRunOf, type Run, type Timed } from './arbitrary-lot.js';

/** R54: two runs that differ only in a secret give byte-identical public streams up to the revealing event. */

const SEALED = ['SEALED_FIRST', 'VICKREY', 'REVERSE_SEALED_SCORED'] as const;
const WITH_RESERVE = FORMATS.filter((format) => format !== 'DUTCH' && format !== 'FIXED_PRICE');

function untilRevealed({ config, people, commands }: Run): string {
  const revealing = SEALED.some((format) => format === config.format) ? ['UNSEALED'] : ['SOLD', 'UNSOLD'];
  const stream: readonly PublicEvent[] = play(start(config, people), commands).publicEvents;
  const end = stream.findIndex(({ type }) => revealing.includes(type));
  return JSON.stringify(end < 0 ? stream : stream.slice(0, end));
}

describe('secrecy', () => {
  const reserves = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }));

  it('of the reserve: its value makes no difference, with NONE not even its existence', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...WITH_RESERVE).chain(arbitraryRunOf),
        reserves,
        fc.boolean(),
        (each, two, hidden) => {
          const reverse = each.config.format.startsWith('REVERSE');
          const start = Number(each.config.startPrice);
          const stream = (reserve: number | null) => {
            const limit =
              reserve === null ? null : String(reverse ? Math.max(1, start - reserve) : start + reserve);
            const reserveDisplay = hidden ? 'NONE' : 'HAS';
            return untilRevealed({ ...each, config: { ...each.config, reserve: limit, reserveDisplay } });
          };
          expect(stream(two[0])).toBe(stream(two[1]));
          if (hidden) expect(stream(two[0])).toBe(stream(null));
        },
      ),
      { numRuns: 400 },
    ));

  it("of a leader's maximum beyond what was challenged, and of changing it", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('b2', 'b3'), fc.integer({ min: 1000, max: 4000 }), fc.boolean()), {
          maxLength: 12,
        }),
        fc.array(fc.integer({ min: 4200, max: 9000 }), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 4200, max: 9000 }),
        (challenges, changes, first) => {
          const stream = (max: number, changing: boolean) => {
            const commands: Timed[] = [maxBid(0, 'b1', `${max}`)];
            challenges.forEach(([by, amount, plain], index) => {
              commands.push(plain ? bid(index, by, `${amount}`) : maxBid(index, by, `${amount}`));
              commands.push(changing ? maxBid(index, 'b1', `${changes[index]}`) : tick(index));
            });
            const lot = { ...ENGLISH, proxy: true, softClose: { windowMs: 600_000, extendMs: 5 } };
            return untilRevealed({
              config: lot,
              people: [bidder(1), bidder(2), bidder(3)],
              commands: [...commands, { type: 'tick', at: T0 + 600_000 }],
            });
          };
          expect(stream(first, false)).toBe(stream(9_999, false));
          expect(stream(first, true)).toBe(stream(9_999, false));
        },
      ),
      { numRuns: 300 },
    ));

  it('of envelopes and points: until the opening they leave no trace', () =>
    fc.assert(
      fc.property(fc.constantFrom(...SEALED).chain(arbitraryRunOf), (each) => {
        const commands = each.commands.map((command) =>
          ['sealedBid', 'withdrawBid', 'score'].includes(String(command.type))
            ? { type: 'tick', at: command.at }
            : command,
        );
        expect(untilRevealed({ ...each, commands })).toBe(untilRevealed(each));
      }),
      { numRuns: 400 },
    ));
});
