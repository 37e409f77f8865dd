import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import {
  anonymous,
  catchUp,
  DomainDatabase,
  DomainDatabaseModule,
  Jobs,
  newId,
  subscribe,
  systemViewer,
  type Subscription,
} from '@stx/platform';
import { member, requestId, startDomains, type TestDomain } from '@stx/testing';
import { DeadLetters, OperationsModule, operationsSchema, ReplayDeadLetter, Subscribers } from './index.js';

/** A subscriber of its own journal that can be made to fail. */
@Injectable()
class Weather implements OnModuleInit {
  fails = true;
  readonly seen: number[] = [];
  readonly subscription: Subscription = {
    name: 'weather.note-rain',
    source: 'weather',
    types: ['RainFell'],
    handle: async (facts) => {
      if (this.fails && facts.some(({ data }) => data['mm'] === 13)) throw new TypeError('thirteen');
      this.seen.push(...facts.map(({ seq }) => seq));
    },
  };
  constructor(
    @Inject(DomainDatabase) readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): Promise<void> {
    return subscribe(this.db, this.jobs, this.subscription);
  }

  rain = (mm: number) =>
    this.db.change(async () =>
      this.db.record({ type: 'RainFell', subjectId: newId(), data: { mm }, by: systemViewer }),
    );
}

@Module({ imports: [DomainDatabaseModule.for('weather', [])], providers: [Weather], exports: [Weather] })
class WeatherModule {}

describe('facts that were set aside', () => {
  let exchange: TestDomain;
  let weather: Weather;
  let letters: DeadLetters;
  const operator = member('OPERATOR');
  beforeAll(async () => {
    exchange = await startDomains(
      [WeatherModule, OperationsModule],
      [{ domain: 'weather', migrations: [] }, operationsSchema],
    );
    weather = exchange.get(Weather);
    letters = exchange.get(DeadLetters);
  }, 60_000);
  afterAll(() => exchange.stop());

  /** Fails as often as it takes; the job of the exchange does the same, later. */
  async function park(mm = 13): Promise<void> {
    weather.fails = true;
    const before = (await letters.all(operator)).length;
    await weather.rain(mm);
    for (let tries = 0; tries < 20 && (await letters.all(operator)).length === before; tries++)
      await catchUp(weather.db, weather.subscription).catch(() => undefined);
  }

  const ask = (text: string, variables = {}, viewer = operator) =>
    exchange.query('operations', viewer, text, variables);
  const LETTERS =
    '{ deadLetters { totalCount nodes { subscription source seq factType errorName isReplaying } } }';
  const REPLAY = `mutation ($input: ReplayDeadLetterInput!) { replayDeadLetter(input: $input) {
    __typename ... on ReplayAsked { seq } ... on Refusal { code message } } }`;

  it('are shown to operators with their cause, and to nobody else', async () => {
    expect(await ask(LETTERS)).toEqual({ deadLetters: { totalCount: 0, nodes: [] } });
    await weather.rain(1);
    await park();
    expect((await ask(LETTERS)).deadLetters).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          subscription: 'weather.note-rain',
          source: 'weather',
          seq: 2,
          factType: 'RainFell',
          errorName: 'TypeError',
          isReplaying: false,
        },
      ],
    });
    for (const text of [LETTERS, '{ subscribers { name } }', '{ jobCounts { task } }']) {
      await expect(ask(text, {}, anonymous('en'))).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
      await expect(ask(text, {}, member('OFFICER'))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  it('leave the subscriber at the head of the journal', async () => {
    const [standing] = await exchange.get(Subscribers).all(operator);
    expect(standing).toMatchObject({ name: 'weather.note-rain', position: 2, lag: 0, parked: 1, tries: 0 });
  });

  it('are replayed by the process that hosts the subscriber, once, on record', async () => {
    weather.fails = false;
    const input = { requestId: requestId(), subscription: 'weather.note-rain', seq: 2 };
    const asked = { replayDeadLetter: { __typename: 'ReplayAsked', seq: 2 } };
    expect(await ask(REPLAY, { input })).toEqual(asked);
    while ((await letters.all(operator)).length > 0) await sleep(20);
    expect(weather.seen.filter((seq) => seq === 2)).toHaveLength(1);
    expect(await ask(REPLAY, { input })).toEqual(asked);
    expect(await ask(REPLAY, { input: { ...input, requestId: requestId() } })).toMatchObject({
      replayDeadLetter: { __typename: 'Refusal', code: 'DEAD_LETTER_GONE' },
    });
    const facts = await weather.db.facts('operations', 0, ['DeadLetterReplayAsked'], 10);
    expect(facts).toMatchObject([
      { actorId: operator.personId, data: { subscription: 'weather.note-rain', seq: 2 } },
    ]);
  });

  it('stay when they fail again', async () => {
    await park();
    const [letter] = await letters.all(systemViewer);
    const replay = exchange.get(ReplayDeadLetter);
    expect(await replay.runHere(systemViewer, letter!.subscription, letter!.seq)).toBe(false);
    expect(await letters.all(systemViewer)).toMatchObject([{ seq: letter!.seq, isReplaying: false }]);
    weather.fails = false;
    expect(await replay.runHere(systemViewer, letter!.subscription, letter!.seq)).toBe(true);
    expect(await letters.all(systemViewer)).toEqual([]);
  });

  it('come in pages', async () => {
    for (let i = 0; i < 3; i++) await park();
    const first = await letters.page(operator, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await letters.page(operator, { first: 2, after: first.pageInfo.endCursor });
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...first.nodes, ...rest.nodes].map(({ seq }) => seq)).size).toBe(3);
  });
});
