import { member } from '@stx/testing';
import { BiddingExchange, eventually } from './testing/bidding-exchange.js';

describe('what bidding tells of a lot', () => {
  let exchange: BiddingExchange;
  beforeAll(async () => void (exchange = await BiddingExchange.start()), 60_000);
  afterAll(() => exchange.stop());

  const factsOf = async (lotId: string, ...types: string[]) =>
    (await exchange.facts(...types)).filter(({ subjectId }) => subjectId === lotId);

  it('names who may bid, who no longer leads and how it ended, and neither a reserve nor a bidder code', async () => {
    const lot = await exchange.live(3, { reserve: '987654', lastsMs: 6_000 });
    const [one, two, three] = lot.bidders;
    const qualified = await factsOf(lot.id, 'BidderQualified');
    expect(qualified.map(({ data }) => data.organizationId).sort()).toEqual(
      lot.bidders.map(({ organizationId }) => organizationId).sort(),
    );
    await exchange.bid(one!, lot.id, '100000');
    await exchange.bid(two!, lot.id, '101000');
    await exchange.bid(three!, lot.id, '102000');
    await exchange.bid(two!, lot.id, '103000');
    const outbid = await eventually(async () => {
      const facts = await factsOf(lot.id, 'BidderOutbid');
      expect(facts).toHaveLength(2);
      return facts;
    });
    // of several bids in one moment the last price is told, and whoever leads again is not told at all
    expect(
      outbid.map(({ data }) => data).sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1)),
    ).toEqual(
      [one!, three!]
        .map(({ organizationId }) => ({ ref: lot.ref, organizationId, price: '103000', currency: 'CNY' }))
        .sort((a, b) => (a.organizationId! < b.organizationId! ? -1 : 1)),
    );
    await exchange.reaches(lot, 'UNSOLD', 12_000);
    expect(await factsOf(lot.id, 'LotEndedWithoutSale')).toMatchObject([
      { data: { outcome: 'UNSOLD', reason: 'RESERVE_NOT_MET' } },
    ]);
    const { myRegistration } = await exchange.lot(lot.ref, two);
    const all = JSON.stringify(await factsOf(lot.id, ...(await typesOf())));
    expect(all).not.toContain('987654');
    expect(all).not.toContain(myRegistration.bidderCode);
  }, 40_000);

  const typesOf = async () =>
    (await exchange.db.query<{ type: string }>('SELECT DISTINCT type FROM fact')).map(({ type }) => type);

  it('tells a bidder whose deposit came after the opening why it may not bid', async () => {
    const lot = await exchange.scheduled({ opensInMs: 900, lastsMs: 60_000 });
    const inTime = await exchange.qualified(lot.id);
    const late = member('BUYER');
    const registrationId = await exchange.registered(lot.id, late);
    await exchange.reaches(lot, 'LIVE');
    await exchange.deposit(lot.id, registrationId);
    expect(await factsOf(lot.id, 'BidderQualified', 'BidderNotQualified')).toMatchObject([
      { type: 'BidderQualified', data: { organizationId: inTime.organizationId } },
      {
        type: 'BidderNotQualified',
        data: { registrationId, organizationId: late.organizationId, cause: 'LATE' },
      },
    ]);
  }, 30_000);

  it('tells a new opening when the old one was missed', async () => {
    const lot = await exchange.scheduled({ opensInMs: 1_500, lastsMs: 60_000 });
    await exchange.qualified(lot.id);
    await exchange.restart(2_000);
    const { opensAt } = await exchange.reaches(lot, 'LIVE');
    expect(await factsOf(lot.id, 'LotPostponed')).toMatchObject([
      { data: { ref: lot.ref, opensAt: Date.parse(opensAt) } },
    ]);
  }, 30_000);
});
