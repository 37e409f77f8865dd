import { newId } from '@stx/platform';
import { member } from '@stx/testing';
import { BiddingExchange } from '../testing/bidding-exchange.js';
import { SeedLots } from './seed-lots.js';

describe('demonstration lots', () => {
  let exchange: BiddingExchange;
  beforeAll(async () => void (exchange = await BiddingExchange.start()), 60_000);
  afterAll(() => exchange.stop());

  it('are scheduled, marked as such, and their bidders wait for settlement', async () => {
    const opensAt = Date.now() + 600_000;
    const buyer = member('BUYER');
    const [id] = await exchange.process.get(SeedLots).run([
      {
        achievementId: newId(),
        titleEn: 'Ceramic membrane',
        sellerId: newId(),
        brokerId: newId(),
        brokerPersonId: newId(),
        startPrice: '180000000',
        bidStep: '2000000',
        depositAmount: '18000000',
        opensAt,
        closesAt: opensAt + 60_000,
        extensionWindowSeconds: 180,
        extensionSeconds: 180,
        bidders: [{ personId: buyer.personId!, organizationId: buyer.organizationId! }],
      },
    ]);
    const { lots } = await exchange.query(
      buyer,
      '{ lots { nodes { id state isDemonstration opensAt extensionSeconds myRegistration { state } } } }',
    );
    expect(lots.nodes).toEqual([
      {
        id,
        state: 'SCHEDULED',
        isDemonstration: true,
        opensAt: new Date(opensAt).toISOString(),
        extensionSeconds: 180,
        myRegistration: { state: 'REQUESTED' },
      },
    ]);
    const [fact] = await exchange.facts('BidderRegistered');
    expect(fact).toMatchObject({
      subjectId: id,
      data: { organizationId: buyer.organizationId, depositAmount: '18000000' },
    });
  });
});
