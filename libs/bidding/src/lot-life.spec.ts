import { anonymous, verifyJournal } from '@stx/platform';
import { member, requestId } from '@stx/testing';
import { BiddingExchange } from './testing/bidding-exchange.js';

describe('a lot', () => {
  let exchange: BiddingExchange;
  beforeAll(async () => void (exchange = await BiddingExchange.start()), 60_000);
  afterAll(() => exchange.stop());

  it('is offered, scheduled, registered for, bid on, sold, and everybody concerned learns of it', async () => {
    const lot = await exchange.live(2, { lastsMs: 1_500 });
    const [one, two] = lot.bidders;
    const first = await exchange.bid(one!, lot.id, '100000');
    expect(first).toMatchObject({ __typename: 'BidAccepted', seq: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await exchange.bid(two!, lot.id, '101000')).toMatchObject({ seq: 3 });
    expect(await exchange.lot(lot.ref, two)).toMatchObject({ myRegistration: { standing: 'LEADING' }, nextValidBid: null });
    expect(await exchange.lot(lot.ref, one)).toMatchObject({
      myRegistration: { standing: 'OUTBID', state: 'QUALIFIED' },
      nextValidBid: { amount: '102000' },
      viewerActions: ['BID'],
    });

    const sold = await exchange.reaches(lot, 'SOLD');
    const { bidderCode } = (await exchange.lot(lot.ref, two)).myRegistration;
    expect(sold).toMatchObject({ finalPrice: { amount: '101000' }, winnerCode: bidderCode, bidCount: 2, publicSequence: 5 });
    const events = await exchange.events(lot.id);
    expect(events.map(({ n, type }) => `${n} ${type}`)).toEqual(['1 OPENED', '2 BID', '3 BID', '4 CLOSED', '5 SOLD']);
    expect(events[1]!.hash).toBe(first.hash);
    expect(events.at(-1)!.hash).toBe(sold.chronicleHead);
    const [fact] = await exchange.facts('LotSold');
    expect(fact).toMatchObject({
      subjectId: lot.id,
      data: { ref: lot.ref, buyerId: two!.organizationId, sellerId: lot.seller.organizationId, finalPrice: '101000', fieldCode: 'C23' },
    });
    expect(await exchange.facts('LotOpened')).toHaveLength(1);
    expect(await verifyJournal(exchange.db)).toMatchObject({ brokenAt: null });
  }, 20_000);
});
