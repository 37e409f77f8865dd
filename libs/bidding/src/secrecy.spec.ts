import { BiddingExchange, type ReadyLot } from './testing/bidding-exchange.js';

/** A value that nothing else could have. */
const PLANTED = '98765000';

describe('the reserve', () => {
  let exchange: BiddingExchange;
  beforeAll(async () => void (exchange = await BiddingExchange.start()), 60_000);
  afterAll(() => exchange.stop());

  /** Everything that the domain lets out of a lot, as one text. */
  const shown = async (lot: ReadyLot): Promise<string> => {
    const viewers = [lot.seller, lot.broker, ...lot.bidders];
    const views = await Promise.all(viewers.map((viewer) => exchange.lot(lot.ref, viewer)));
    const facts = await exchange.db.query('SELECT * FROM fact');
    const replies = await exchange.db.query('SELECT * FROM lot_reply');
    const requests = await exchange.db.query('SELECT * FROM answered_request');
    return JSON.stringify([views, await exchange.events(lot.id), facts, replies, requests]);
  };

  it('is in no view, stream, fact or stored reply, and decides at the end', async () => {
    const lot = await exchange.live(1, { lastsMs: 900, reserve: PLANTED });
    await exchange.bid(lot.bidders[0]!, lot.id, '100000');
    await exchange.bid(lot.bidders[0]!, lot.id, '1');
    expect(await shown(lot)).not.toContain(PLANTED);
    expect(await exchange.reaches(lot, 'UNSOLD')).toMatchObject({
      outcomeReason: 'RESERVE_NOT_MET',
      hasReserve: true,
      finalPrice: null,
    });
    expect(await shown(lot)).not.toContain(PLANTED);
  }, 20_000);

  it('leaves no trace in the public stream: two lots that differ in it only look the same until the end', async () => {
    const lots = await Promise.all(
      ['150000', PLANTED].map((reserve) => exchange.live(1, { reserve, opensInMs: 2_500 })),
    );
    const streams = await Promise.all(
      lots.map(async (lot) => {
        await exchange.bid(lot.bidders[0]!, lot.id, '200000');
        const own = (await exchange.lot(lot.ref, lot.bidders[0])).myRegistration.bidderCode;
        const events = await exchange.events(lot.id);
        return events.map(({ n, type, data }) => {
          const { closesAt: _, ...rest } = JSON.parse(data.replaceAll(own, 'CODE'));
          return { n, type, rest };
        });
      }),
    );
    expect(streams[0]).toEqual(streams[1]);
  }, 20_000);
});
