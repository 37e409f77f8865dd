import fc from 'fast-check';
import type { Format, LotConfig, ParticipantInput, UntrustedCommand } from '../index.js';
import { FORMATS } from '../index.js';
import { ALL_LOTS, bidder, PEOPLE, T0 } from '../testing/scenario.js';

export type Timed = UntrustedCommand & { readonly at: number };
export type Run = {
  readonly config: LotConfig;
  readonly people: readonly ParticipantInput[];
  readonly commands: readonly Timed[];
};

const money = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const increment: fc.Arbitrary<NonNullable<LotConfig['increment']>> = fc.constantFrom(
  { type: 'FIXED', step: '100' },
  { type: 'FIXED', step: '1' },
  {
    type: 'LADDER',
    bands: [
      { from: '0', step: '50' },
      { from: '1500', step: '100' },
      { from: '2000', step: '300' },
    ],
  },
);

/** Options that every format knows, small numbers so that deadlines and commands meet. */
const options = fc.record({
  depositRequired: fc.constantFrom('0', '0', '5'),
  lateEntry: fc.boolean(),
  minResumeMs: fc.constantFrom(0, 40_000),
  minQualified: fc.constantFrom(0, 1, 2),
  soleBidder: fc.constantFrom('PROCEED' as const, 'UNSOLD' as const),
});

const hammer: fc.Arbitrary<LotConfig['hammer']> = fc.constantFrom(
  { mode: 'AUTO' },
  { mode: 'AUCTIONEER', timeoutMs: 50_000 },
);
const softClose = maybe(
  fc.record({
    windowMs: fc.constantFrom(0, 60_000, 200_000),
    extendMs: fc.constantFrom(1, 90_000),
    capAt: fc.constantFrom(null, T0 + 600_000, T0 + 650_000),
  }),
);
const freeCycle = fc.record({
  freeMs: fc.constant(300_000),
  cycleMs: fc.constantFrom(1, 100_000),
  entryRule: fc.constantFrom('ALL_DEPOSITED' as const, 'BID_ONCE' as const),
  maxCycles: fc.constantFrom(null, 3),
});
const reserveDisplay = fc.constantFrom('NONE' as const, 'HAS' as const);

/** What one format adds to the lot of the scenarios. */
const extras: Readonly<Record<Format, fc.Arbitrary<Partial<LotConfig>>>> = {
  ENGLISH_SOFT: fc.record({
    increment,
    softClose,
    hammer,
    proxy: fc.boolean(),
    firstRefusal: fc.boolean(),
    reserve: maybe(money(1000, 4000)),
    reserveDisplay: fc.constantFrom('NONE', 'HAS', 'MET'),
  }),
  ENGLISH_FREE_CYCLE: fc.record({
    increment,
    freeCycle,
    hammer,
    proxy: fc.boolean(),
    firstRefusal: fc.boolean(),
    reserve: maybe(money(1000, 4000)),
  }),
  REVERSE_ENGLISH: fc.record({
    increment,
    softClose,
    hammer,
    firstRefusal: fc.boolean(),
    reserve: maybe(money(1, 1000)),
  }),
  DUTCH: fc.record({ hammer }),
  SEALED_FIRST: fc.record({
    hammer,
    opening: fc.constantFrom('AUTO', 'TWO_OFFICERS'),
    reserve: maybe(money(1000, 4000)),
    reserveDisplay,
  }),
  VICKREY: fc.record({ hammer, reserve: maybe(money(1000, 4000)), reserveDisplay }),
  REVERSE_SEALED_SCORED: fc.record({
    hammer,
    opening: fc.constantFrom('AUTO', 'TWO_OFFICERS'),
    reserve: maybe(money(1000, 10_000)),
  }),
  FIXED_PRICE: fc.record({ stock: maybe(fc.integer({ min: 1, max: 3 })) }),
};

export const arbitraryLot = (format: Format): fc.Arbitrary<LotConfig> =>
  fc
    .tuple(options, extras[format])
    .map(([common, more]) => ({ ...ALL_LOTS.find((lot) => lot.format === format)!, ...common, ...more }));

const seldom = fc.nat(11).map((luck) => luck === 0);

const people: fc.Arbitrary<readonly ParticipantInput[]> = fc
  .array(
    fc.record({
      depositHeld: fc.constantFrom('0', '5', '9'),
      priorityRank: fc.constantFrom(null, 1, 2),
      barred: seldom,
      related: seldom,
    }),
    { minLength: 3, maxLength: 4 },
  )
  .map((bidders) => [...PEOPLE.slice(3), ...bidders.map((more, index) => bidder(index + 1, more))]);

const who = fc.constantFrom('b1', 'b2', 'b3', 'b4');
/** "+3" is three hundreds from where the auction should be by now, so that many bids are good, and maxima equal. */
const amount = fc.oneof(
  { weight: 5, arbitrary: fc.nat(5).map((hundreds) => `+${hundreds}`) },
  { weight: 2, arbitrary: money(800, 4200) },
  { weight: 1, arbitrary: fc.constantFrom('50000', '0', '1e5') },
);
const command = (
  type: string,
  fields: Record<string, fc.Arbitrary<unknown>>,
  by: fc.Arbitrary<string> = who,
) => fc.record({ type: fc.constant(type), by, ...fields });
const any = <T extends string>(...ids: T[]) => fc.constantFrom<string>(...ids);
const reason = fc.constantFrom('check', ' ');

const bidding: Readonly<Record<Format, fc.Arbitrary<UntrustedCommand>>> = {
  ENGLISH_SOFT: fc.oneof(command('bid', { amount }), command('maxBid', { max: amount })),
  ENGLISH_FREE_CYCLE: fc.oneof(command('bid', { amount }), command('maxBid', { max: amount })),
  REVERSE_ENGLISH: command('bid', { amount }),
  DUTCH: command('accept', { step: fc.nat(6) }),
  SEALED_FIRST: fc.oneof(command('sealedBid', { amount }), command('withdrawBid', {})),
  VICKREY: fc.oneof(command('sealedBid', { amount }), command('withdrawBid', {})),
  REVERSE_SEALED_SCORED: fc.oneof(
    command('sealedBid', { amount }),
    command('score', { bidder: who, points: fc.integer({ min: -1, max: 101 }) }, any('jury')),
  ),
  FIXED_PRICE: command('order', { amount: fc.constantFrom('50000', '50001') }),
};

const officials: fc.Arbitrary<UntrustedCommand> = fc.oneof(
  command('pause', { reason }, any('auc', 'b1')),
  command('resume', {}, any('auc')),
  command('resume', {}, any('sys')),
  command('deposit', { bidder: who, held: fc.constantFrom('0', '4', '5') }, any('sys')),
  command('unseal', {}, any('off1', 'off2')),
  command('hammer', {}, any('auc')),
  fc.constant({ type: 'tick' }),
  fc.constant({ type: 'nonsense', by: 'b1' }),
);
const withdrawal = command('withdraw', { reason }, any('sys'));
const outage = command('outage', {}, any('sys'));

const issued = (format: Format) =>
  fc.oneof(
    { weight: 24, arbitrary: bidding[format] },
    { weight: 7, arbitrary: officials },
    { weight: 2, arbitrary: outage },
    { weight: 1, arbitrary: withdrawal },
  );

const gap = fc.oneof(fc.constantFrom(0, 1, 60_000), fc.nat(20_000), fc.nat(20_000), fc.nat(90_000));

/** Commands in order of arrival; now and then a request id is used again. Most outages fit between two commands. */
const commandsOf = (format: Format): fc.Arbitrary<readonly Timed[]> =>
  fc
    .array(fc.tuple(issued(format), gap, fc.nat(30)), { minLength: 10, maxLength: 40, size: 'max' })
    .map((entries) => {
      let at = T0 - 60_000;
      return entries.map(([fields, wait, luck], index) => {
        at += wait;
        const requestId = `r${luck === 0 ? Math.floor(index / 2) : index}`;
        const command = { ...inPlace(fields, index, format), at, requestId };
        if (fields.type !== 'outage') return command;
        const from = at - Math.min(wait + (luck === 1 ? 1 : 0), 80_000);
        return { ...command, from, to: from + Math.ceil((at - from) * (luck / 28)) };
      });
    });

/** Writes out the amounts that are relative to the progress of the auction. */
function inPlace(fields: UntrustedCommand, index: number, format: Format): UntrustedCommand {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      if (typeof value !== 'string' || !value.startsWith('+')) return [field, value];
      const hundreds = Math.floor(index / 2) + Number(value.slice(1));
      return [
        field,
        format === 'REVERSE_ENGLISH' ? `${Math.max(1, 1000 - 50 * hundreds)}` : `${1000 + 100 * hundreds}`,
      ];
    }),
  );
}

/** A lot of any format, its people and what they send. */
export const arbitraryRun: fc.Arbitrary<Run> = fc
  .constantFrom(...FORMATS)
  .chain((format) => arbitraryRunOf(format));

export const arbitraryRunOf = (format: Format): fc.Arbitrary<Run> =>
  fc.record({ config: arbitraryLot(format), people, commands: commandsOf(format) });
