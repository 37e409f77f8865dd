import { DEMO_PASSWORD } from '@stx/gateway';
import { ApiClient, until } from './api-client.js';
import { cast } from './demo-people.js';
import { ExchangeProcess } from './exchange-process.js';

const id = () => crypto.randomUUID();
const OFFER = `mutation ($input: OfferLotInput!) { offerLot(input: $input) { ... on Lot { id ref state hasReserve } ... on Refusal { code message } } }`;
const SCHEDULE = `mutation ($input: ScheduleLotInput!) { scheduleLot(input: $input) { ... on Lot { id state } ... on Refusal { code message field } } }`;
const REGISTER = `mutation ($input: RegisterToBidInput!) { registerToBid(input: $input) { ... on BidderRegistration { id bidderCode state } ... on Refusal { code message } } }`;
const CONFIRM = `mutation ($input: ConfirmDepositInput!) { confirmDeposit(input: $input) { ... on Deposit { id state } ... on Refusal { code message } } }`;
const BID = `mutation ($input: PlaceBidInput!) { placeBid(input: $input) { ... on BidAccepted { seq hash lot { currentPrice { amount } closesAt } } ... on Refusal { code message ruleId } } }`;

describe.each([['in one process', 'main.js'] as const, ['split into services', 'split.js'] as const])(
  'the exchange %s',
  (_, entry) => {
    const exchange = new ExchangeProcess({ STX_DEMO: 'on' }, entry);
    const clients = new Map<string, ApiClient>();
    const as = async (email: string): Promise<ApiClient> => {
      const known = clients.get(email);
      if (known) return known;
      const client = await new ApiClient(exchange.url).signIn(email, DEMO_PASSWORD);
      clients.set(email, client);
      return client;
    };
    let visitor: ApiClient;
    beforeAll(async () => {
      await exchange.start();
      visitor = new ApiClient(exchange.url);
    }, 120_000);
    afterAll(() => exchange.stop(), 60_000);

    it('is ready with every dependency named', async () => {
      const ready = await fetch(`${exchange.url}/health/ready`);
      expect(await ready.json()).toMatchObject({
        status: 'up',
        dependencies: [
          { name: 'database', state: 'up' },
          { name: 'storage', state: 'up' },
          { name: 'search', state: 'up' },
        ],
      });
      expect((await fetch(`${exchange.url}/metrics`)).status).toBe(200);
    });

    it('shows the demonstration catalogue to visitors, joined across domains', async () => {
      const { achievements } = await until(
        () =>
          visitor.ask(
            '{ achievements(first: 5) { totalCount nodes { achievement { ref title { zh en } isDemonstration organization { name { zh } } } } } }',
          ),
        (data) => data.achievements.totalCount >= 60,
      );
      expect(achievements.nodes[0].achievement).toMatchObject({
        isDemonstration: true,
        organization: { name: { zh: expect.any(String) } },
      });
    });

    it('explains every match of a demand', async () => {
      const { demands } = await until(
        () =>
          visitor.ask(
            '{ demands(first: 30) { totalCount nodes { ref matches(first: 3) { score achievement { ref } reasons { kind shareBasisPoints evidence } } } } }',
          ),
        (data) => data.demands.nodes.some((node: { matches: unknown[] }) => node.matches.length > 0),
      );
      expect(demands.totalCount).toBeGreaterThanOrEqual(25);
      for (const { matches } of demands.nodes)
        for (const { reasons } of matches)
          expect(
            reasons.reduce(
              (sum: number, reason: { shareBasisPoints: number }) => sum + reason.shareBasisPoints,
              0,
            ),
          ).toBe(10_000);
    });

    it('carries a lot from offer to a deal with its money in the ledger', async () => {
      const officer = await as(cast.officer);
      const broker = await as(cast.broker);
      const operator = await as(cast.operator);
      const mine = await officer.ask(
        '{ myAchievements(state: PUBLISHED, first: 1) { nodes { id title { zh } } } }',
      );
      const { offerLot: lot } = await officer.ask(OFFER, {
        input: {
          requestId: id(),
          achievementId: mine.myAchievements.nodes[0].id,
          titleZh: '示范标的',
          titleEn: 'Demonstration lot',
          startPriceAmount: '10000000',
          bidStepAmount: '1000000',
          reservePriceAmount: '11000000',
          depositAmount: '2000000',
        },
      });
      expect(lot).toMatchObject({ state: 'SUBMITTED', hasReserve: true });

      const opensAt = new Date(Date.now() + 6_000);
      const closesAt = new Date(opensAt.getTime() + 6_000);
      const scheduled = await broker.ask(SCHEDULE, {
        input: {
          requestId: id(),
          lotId: lot.id,
          opensAt,
          closesAt,
          extensionWindowSeconds: 4,
          extensionSeconds: 4,
          hammerByHand: false,
        },
      });
      expect(scheduled.scheduleLot).toMatchObject({ state: 'SCHEDULED' });

      const bidders = [];
      for (const email of cast.buyers.slice(0, 2)) {
        const bidder = await as(email);
        const { registerToBid } = await bidder.ask(REGISTER, {
          input: { requestId: id(), lotId: lot.id, acceptsTerms: true },
        });
        expect(registerToBid).toMatchObject({ state: 'REQUESTED' });
        bidders.push({ client: bidder, code: registerToBid.bidderCode });
      }
      const queue = await until(
        () => operator.ask('{ depositQueue(first: 100) { nodes { id amount { amount } lot { id } } } }'),
        (data) => data.depositQueue.nodes.filter((deposit: any) => deposit.lot.id === lot.id).length === 2,
      );
      for (const deposit of queue.depositQueue.nodes.filter((row: any) => row.lot.id === lot.id)) {
        const input = {
          requestId: id(),
          depositId: deposit.id,
          amount: deposit.amount.amount,
          bankReference: id(),
        };
        expect((await operator.ask(CONFIRM, { input })).confirmDeposit).toMatchObject({ state: 'HELD' });
      }
      const read = () =>
        visitor.ask(
          'query ($ref: String!) { lot(ref: $ref) { state currentPrice { amount } leaderCode winnerCode finalPrice { amount } closesAt chronicleHead } }',
          { ref: lot.ref },
        );
      await until(read, (data) => data.lot.state === 'LIVE');

      const [first, second] = bidders;
      const one = { input: { requestId: id(), lotId: lot.id, amount: '10000000' } };
      const accepted = await until(
        () => first!.client.ask(BID, one),
        () => true,
      );
      expect(accepted.placeBid).toMatchObject({
        seq: expect.any(Number),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(await first!.client.ask(BID, one)).toEqual(accepted);
      expect(
        (await first!.client.ask(BID, { input: { requestId: id(), lotId: lot.id, amount: '11000000' } }))
          .placeBid,
      ).toMatchObject({ code: 'SELF_OUTBID', ruleId: 'R28' });
      expect(
        (await second!.client.ask(BID, { input: { requestId: id(), lotId: lot.id, amount: '11500000' } }))
          .placeBid,
      ).toMatchObject({ code: 'NOT_ON_STEP' });
      expect(
        (await second!.client.ask(BID, { input: { requestId: id(), lotId: lot.id, amount: '11000000' } }))
          .placeBid,
      ).toMatchObject({ seq: expect.any(Number) });
      expect(
        (await visitor.send(BID, { input: { requestId: id(), lotId: lot.id, amount: '12000000' } }))
          .errors![0]!.extensions.code,
      ).toBe('SIGN_IN_REQUIRED');

      const sold = await until(read, (data) => data.lot.state === 'SOLD');
      expect(sold.lot).toMatchObject({
        winnerCode: second!.code,
        finalPrice: { amount: '11000000' },
        chronicleHead: expect.any(String),
      });

      const deals = await until(
        () =>
          second!.client.ask(
            '{ myDeals(first: 5) { nodes { ref price { amount } dueAmount { amount } buyer { id } journals { entries { amount } } lot { id } } } }',
          ),
        (data) => data.myDeals.nodes.some((deal: any) => deal.lot?.id === lot.id),
      );
      const deal = deals.myDeals.nodes.find((row: any) => row.lot?.id === lot.id);
      expect(deal).toMatchObject({ price: { amount: '11000000' }, dueAmount: { amount: '9000000' } });
      for (const { entries } of deal.journals)
        expect(entries.reduce((sum: bigint, entry: any) => sum + BigInt(entry.amount), 0n)).toBe(0n);
      const { myDeposits } = await first!.client.ask(
        '{ myDeposits(first: 10) { nodes { state lot { id } } } }',
      );
      expect(myDeposits.nodes.find((row: any) => row.lot.id === lot.id)).toMatchObject({ state: 'RELEASED' });
      const seen = await visitor.ask(
        'query ($ref: String!) { deal(ref: $ref) { price { amount } buyer { id } journals { id } } }',
        { ref: deal.ref },
      );
      expect(seen.deal).toEqual({ price: { amount: '11000000' }, buyer: null, journals: [] });
      expect((await operator.ask('{ ledgerCheck { isBalanced } }')).ledgerCheck.isBalanced).toBe(true);
      await until(
        () =>
          visitor.ask(
            '{ statistics { quarters { quarter deals turnover { amount } } byMode { key deals } } }',
          ),
        (data) =>
          data.statistics.byMode.some((cell: any) => cell.key === 'BIDDING') &&
          data.statistics.quarters.at(-1).deals >= 1,
      );
    }, 90_000);

    it('ends hostile documents and foreign sites with a refusal', async () => {
      const doubling = `query { ...f0 } ${Array.from({ length: 30 }, (_n, i) => `fragment f${i} on Query { ${i === 29 ? '__typename' : `...f${i + 1} ...f${i + 1}`} }`).join(' ')}`;
      expect((await visitor.send(doubling)).status).toBe(400);
      expect(
        (await visitor.send(`{ ${Array.from({ length: 40 }, (_n, i) => `a${i}: serverTime`).join(' ')} }`))
          .errors![0]!.message,
      ).toContain('aliases');
      const foreign = await fetch(`${exchange.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://evil.example' },
        body: '{"query":"{ serverTime }"}',
      });
      expect(foreign.status).toBe(403);
    });
  },
);
