import fc from 'fast-check';
import {
  decide,
  deserializeState,
  evolve,
  nextDueAt,
  nextValidBid,
  outcome,
  publicEvent,
  serializeState,
  stateView,
  type LotState,
  type PublicEvent,
} from '../index.js';
import { play, start, type Played } from '../testing/scenario.js';
import { arbitraryRun, type Run, type Timed } from './arbitrary-lot.js';

const EVENT_TYPES =
  'ACCEPTED BID CLOSED CYCLE DEPOSIT_SET HAMMER MAX_SET OPENED ORDERED OUTAGE PAUSED RESUMED SCORED SEALED_BID SEALED_WITHDRAWN SOLD STEP UNSEALED UNSEAL_VOTE UNSOLD WITHDRAWN'.split(
    ' ',
  );
const RUNS = { numRuns: 300 };

const run = ({ config, people, commands }: Run): Played => play(start(config, people), commands);

const forEveryRun = (check: (run: Run, played: Played) => void): void =>
  fc.assert(
    fc.property(arbitraryRun, (each) => check(each, run(each))),
    RUNS,
  );

/** Everything that happened and how it ended, without the ledger. */
const story = ({ events, publicEvents, state }: Played) => ({
  events,
  publicEvents,
  outcome: outcome(state),
  view: stateView(state),
});

describe('every lot', () => {
  it('is reached by the generator with every kind of event', () => {
    const seen = new Set<string>();
    for (const each of fc.sample(arbitraryRun, { numRuns: 1500, seed: 1 }))
      for (const { type } of run(each).events) seen.add(type);
    expect([...seen].sort()).toEqual(EVENT_TYPES);
  });

  it('numbers its events without gap, in times that never decrease (R6)', () =>
    forEveryRun((_run, { events }) => {
      events.forEach(({ seq, at }, index) => {
        expect(seq).toBe(index + 1);
        expect(at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? at);
      });
    }));

  it('has exactly one outcome once it is final, and nothing after it (R17)', () =>
    forEveryRun((_run, { events, state }) => {
      const ends = events.filter(({ type }) => ['SOLD', 'UNSOLD', 'WITHDRAWN'].includes(type));
      expect(ends).toHaveLength(outcome(state) === null ? 0 : 1);
      if (ends.length > 0) expect(events.at(-1)).toBe(ends[0]);
      expect(outcome(state)?.state ?? state.phase).toBe(state.phase);
    }));

  it('numbers its public events on their own and shows neither seq nor people (R51, R53)', () =>
    forEveryRun((_run, { publicEvents }) => {
      expect(publicEvents.map(({ n }) => n)).toEqual(publicEvents.map((_event, index) => index + 1));
      for (const event of publicEvents) expect(event).not.toHaveProperty('seq');
      expect(JSON.stringify(publicEvents)).not.toMatch(/"(b\d|sel|auc|off\d|jury|sys|r\d+)"/);
    }));

  it('takes no bid at or after the close, before the opening, or in a pause (R3)', () =>
    forEveryRun(({ config, people, commands }) => {
      let state = start(config, people);
      for (const command of commands) {
        const before = decide(state, { type: 'tick' }, command.at).state;
        const decision = decide(state, command, command.at);
        const own = decision.events.find(({ seq }) => decision.reply.accepted && seq === decision.reply.seq);
        if (own && ['BID', 'ACCEPTED', 'ORDERED', 'SEALED_BID', 'SEALED_WITHDRAWN'].includes(own.type)) {
          expect(['OPEN', 'FREE', 'CYCLE', 'SEALED']).toContain(before.phase);
          expect(own.at).toBeLessThan(before.closesAt);
          expect(own.at).toBeGreaterThanOrEqual(before.opensAt);
        }
        state = decision.state;
      }
    }));

  it('is the fold of its events, and the public stream their projection', () =>
    forEveryRun(({ config, people }, { events, publicEvents, state }) => {
      const projected: PublicEvent[] = [];
      let folded: LotState = start(config, people);
      for (const event of events) {
        const seen = publicEvent(folded, event);
        if (seen !== null) projected.push(seen);
        folded = evolve(folded, JSON.parse(JSON.stringify(event)));
      }
      expect(projected).toEqual(publicEvents);
      expect(serializeState({ ...folded, ledger: state.ledger })).toEqual(serializeState(state));
    }));

  it('repeats its replies to repeated requests, and repetition changes nothing (R16, R59)', () =>
    forEveryRun(({ config, people, commands }, once) => {
      const twice = play(
        start(config, people),
        commands.flatMap((command) => [command, command]),
      );
      expect(story(twice)).toEqual(story(once));
      expect(twice.replies.filter((_reply, index) => index % 2 === 0)).toEqual(once.replies);
      expect(twice.replies.filter((_reply, index) => index % 2 === 1)).toEqual(once.replies);
    }));

  it('does not notice ticks (R5)', () =>
    forEveryRun(({ config, people, commands }, once) => {
      const ticked = commands.flatMap((command, index): Timed[] => {
        const before = commands[index - 1]?.at ?? command.at - 10;
        // an outage looks at the time of the previous command (R59)
        if (command.type === 'outage') return [command];
        const ticks = [before, before + Math.floor((command.at - before) / 3), command.at];
        return [...ticks.map((at) => ({ at, type: 'tick' })), command];
      });
      expect(story(play(start(config, people), ticked))).toEqual(story(once));
    }));

  it('needs no tick but those that nextDueAt asks for (R4)', () =>
    forEveryRun(({ commands }, { events, state }) => {
      const dueAt = nextDueAt(state);
      const last = commands.at(-1)!.at;
      if (dueAt === null) {
        expect(play(state, [{ type: 'tick', at: last + 10_000_000 }]).events).toEqual([]);
        return;
      }
      expect(play(state, [{ type: 'tick', at: dueAt - 1 }]).events).toEqual([]);
      expect(play(state, [{ type: 'tick', at: dueAt }]).events[0]).toMatchObject({
        at: dueAt,
        seq: events.length + 1,
      });
    }));

  it('survives a snapshot at any moment, with or without the replies', () =>
    forEveryRun(({ config, people, commands }, once) => {
      let state = start(config, people);
      const stored = [];
      for (const [index, command] of commands.entries()) {
        const decision = decide(state, command, command.at);
        expect(decision.reply).toEqual(once.replies[index]);
        if (decision.stored) stored.push(decision.stored);
        const snapshot = JSON.stringify(serializeState(decision.state));
        state = deserializeState(JSON.parse(snapshot));
        expect(JSON.stringify(serializeState(state))).toBe(snapshot);
      }
      expect(serializeState(state).ledger.replies).toHaveLength(stored.length);
    }));

  it('never changes what it was given', () =>
    fc.assert(
      fc.property(arbitraryRun, ({ config, people, commands }) => {
        const first = deepFreeze(start(config, people));
        let state = first;
        for (const command of commands)
          state = deepFreeze(decide(state, deepFreeze(command), command.at).state);
        expect(first.seq).toBe(0);
      }),
      { numRuns: 100 },
    ));

  it('accepts the bid that nextValidBid offers, and none that is a unit worse', () =>
    fc.assert(
      fc.property(arbitraryRun, fc.constantFrom('b1', 'b2', 'b3'), (each, who) => {
        const { state } = run(each);
        const next = nextValidBid(state, who);
        const at = state.ledger.lastCommandAt!;
        const reply = (amount: bigint) =>
          decide(state, { type: 'bid', by: who, requestId: 'new', amount: `${amount}` }, at).reply;
        if (!each.config.increment || next === null) return;
        expect(reply(next).accepted).toBe(true);
        const worse = each.config.format === 'REVERSE_ENGLISH' ? next + 1n : next - 1n;
        if (worse > 0n) expect(reply(worse)).toMatchObject({ code: expect.stringMatching(/TOO_(LOW|HIGH)/) });
      }),
      RUNS,
    ));
});

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}
