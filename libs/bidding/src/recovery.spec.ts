import { member, requestId } from '@stx/testing';
import { BiddingExchange } from './testing/bidding-exchange.js';
import { BiddingProcess } from './testing/bidding-process.js';

const timeOf = (lot: { closesAt: string }) => Date.parse(lot.closesAt);

describe('a restart', () => {
  let exchange: BiddingExchange;
  beforeAll(async () => void (exchange = await BiddingExchange.start()), 60_000);
  afterAll(() => exchange.stop());

  it('loses nothing, repeats replies, and closes no lot while the exchange was down', async () => {
    const lot = await exchange.live(2, { lastsMs: 2_500 });
    const [one, two] = lot.bidders;
    const id = requestId();
    const accepted = await exchange.bid(one!, lot.id, '100000', id);
    const before = await exchange.lot(lot.ref, one);
    await exchange.restart(3_000);

    const after = await exchange.reaches(lot, 'LIVE');
    expect(after).toMatchObject({
      currentPrice: before.currentPrice,
      leaderCode: before.leaderCode,
      bidCount: 1,
    });
    const events = await exchange.events(lot.id);
    expect(events.map(({ type }) => type)).toEqual(['OPENED', 'BID', 'OUTAGE']);
    const { from, to } = JSON.parse(events[2]!.data);
    expect(to - from).toBeGreaterThanOrEqual(3_000);
    expect(timeOf(after) - timeOf(before)).toBe(to - from);
    expect(await exchange.bid(one!, lot.id, '100000', id)).toEqual(accepted);
    expect(await exchange.bid(two!, lot.id, '101000')).toMatchObject({ seq: 4 });
    expect(await exchange.reaches(lot, 'SOLD')).toMatchObject({ finalPrice: { amount: '101000' } });
  }, 30_000);

  it('opens a lot late, and in full length, whose opening it has missed', async () => {
    const lot = await exchange.scheduled({ opensInMs: 1_500, lastsMs: 60_000 });
    await exchange.qualified(lot.id);
    const before = await exchange.lot(lot.ref);
    await exchange.restart(2_000);
    const after = await exchange.reaches(lot, 'LIVE');
    expect(timeOf(after) - Date.parse(after.opensAt)).toBe(60_000);
    expect(Date.parse(after.opensAt)).toBeGreaterThan(Date.parse(before.opensAt));
  }, 30_000);

  it('is no outage while another process goes on', async () => {
    const second = await BiddingProcess.start(exchange.database.url);
    const lot = await exchange.live(1);
    await exchange.restart(1_200);
    expect(await exchange.bid(lot.bidders[0]!, lot.id, '100000')).toMatchObject({ seq: 2 });
    await second.stop();
    expect((await exchange.events(lot.id)).map(({ type }) => type)).toEqual(['OPENED', 'BID']);
  }, 30_000);
});

describe('two processes', () => {
  let exchange: BiddingExchange;
  let second: BiddingProcess;
  beforeAll(async () => {
    exchange = await BiddingExchange.start();
    second = await BiddingProcess.start(exchange.database.url);
  }, 60_000);
  afterAll(async () => {
    await second.stop();
    await exchange.stop();
  });

  it('serve one lot in one order, and end it once', async () => {
    const lot = await exchange.live(8, { lastsMs: 3_000 });
    const place = `mutation ($input: PlaceBidInput!) { placeBid(input: $input) {
      ... on BidAccepted { seq hash } ... on Refusal { code } } }`;
    const replies = await Promise.all(
      lot.bidders.flatMap((bidder, i) =>
        [0, 1, 2].map((round) => {
          const input = {
            requestId: requestId(),
            lotId: lot.id,
            amount: String(100_000 + (round * 8 + i) * 1_000),
          };
          return (i % 2 ? second : exchange.process).query(bidder, place, { input });
        }),
      ),
    );
    const accepted = replies.map(({ placeBid }) => placeBid).filter(({ seq }) => seq);
    await exchange.reaches(lot, 'SOLD');
    const events = await exchange.events(lot.id);
    expect(events.map(({ n }) => n)).toEqual(events.map((_, i) => i + 1));
    expect(events.filter(({ type }) => type === 'BID')).toHaveLength(accepted.length);
    for (const { seq, hash } of accepted) expect(events[seq - 1]!.hash).toBe(hash);
    expect(events.filter(({ type }) => type === 'SOLD')).toHaveLength(1);
    expect(await exchange.facts('LotSold')).toHaveLength(1);
    expect(await exchange.lot(lot.ref, member('VISITOR'))).toMatchObject({ bidCount: accepted.length });
  }, 30_000);
});
