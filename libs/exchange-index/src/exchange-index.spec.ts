import type { DealOpened } from '@stx/contracts';
import {
  anonymous,
  DomainDatabase,
  domainDataSource,
  newId,
  systemViewer,
  type DomainSchema,
  type Fact,
} from '@stx/platform';
import { member, startDomains, type TestDomain } from '@stx/testing';
import { ExchangeIndexModule, exchangeIndexSchema, TradeLog } from './index.js';
import { lastQuarters } from './statistics/quarters.js';
import { Statistics } from './statistics/statistics.service.js';

const settlementSchema: DomainSchema = { domain: 'settlement', migrations: [] };
const NAME = 'exchange-index.log-trade';
const STATISTICS = `{ statistics { asOf deals turnover { amount currency } technologyAmount { amount }
  quarters { quarter deals turnover { amount } technologyAmount { amount } }
  byField { key deals turnover { amount } } byMode { key deals turnover { amount } }
  byOrigin { key deals turnover { amount } } byDestination { key deals turnover { amount } } } }`;

const deal = (more: Partial<DealOpened> = {}, subjectId = newId()): Fact => {
  const data: DealOpened = {
    lotId: null,
    ref: 'T2026-000001',
    mode: 'BIDDING',
    contractKind: 'TRANSFER',
    fieldCode: 'ENERGY',
    price: '100',
    technologyAmount: '80',
    currency: 'CNY',
    originRegion: '440100',
    destinationRegion: '450100',
    closedAt: Date.UTC(2026, 4, 6),
    isDemonstration: false,
    ...more,
  };
  return { type: 'DealOpened', subjectId, data, by: systemViewer };
};

describe('exchange index', () => {
  let exchange: TestDomain;
  let settlement: DomainDatabase;
  let own: DomainDatabase;
  beforeAll(async () => {
    exchange = await startDomains([ExchangeIndexModule], [exchangeIndexSchema, settlementSchema]);
    const connect = async (domain: string) =>
      new DomainDatabase(domain, await domainDataSource(exchange.databaseUrl, domain, [], 2).initialize());
    settlement = await connect('settlement');
    own = await connect('exchange-index');
  }, 60_000);
  afterAll(async () => {
    await settlement.dataSource.destroy();
    await own.dataSource.destroy();
    await exchange.stop();
  });

  const rows = () => own.query<any>('SELECT * FROM trade ORDER BY deal_id');
  const at = (day: string) => exchange.get(Statistics).current(new Date(day));

  /** Records facts and waits until they are handled. */
  async function open(...facts: Fact[]): Promise<void> {
    await settlement.change(async () => settlement.record(...facts));
    await caughtUp();
  }
  async function caughtUp(): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const [row] = await own.query<{ isThere: boolean }>(
        `SELECT position >= (SELECT max(seq) FROM settlement.fact) AS "isThere" FROM subscription WHERE name = $1`,
        [NAME],
      );
      if (row?.isThere) return;
      if (Date.now() > deadline) throw new Error('the trade log does not catch up');
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  it('shows zeros, and 13 quarters of them, before the first deal', async () => {
    const { statistics } = await exchange.query('exchange-index', anonymous(), STATISTICS);
    expect(statistics).toMatchObject({
      deals: 0,
      turnover: { amount: '0', currency: 'CNY' },
      byField: [],
      byMode: [],
    });
    expect(statistics.quarters.map(({ quarter }: any) => quarter)).toEqual(lastQuarters(new Date(), 13));
    expect(statistics.quarters.every(({ deals }: any) => deals === 0)).toBe(true);
  });

  it('adds up by quarter of UTC+8, field, mode and region, to the last unit', async () => {
    const huge = '999999999999999999';
    await open(
      deal({ price: huge, technologyAmount: huge, closedAt: Date.parse('2026-03-31T16:00:00Z') }),
      deal({
        price: huge,
        technologyAmount: '1',
        closedAt: Date.parse('2026-03-31T15:59:59.999Z'),
        fieldCode: null,
      }),
      deal({
        price: '7',
        technologyAmount: '3',
        mode: 'LISTING',
        originRegion: null,
        closedAt: Date.UTC(2019, 1, 1),
      }),
      deal({ currency: 'HKD' }),
    );
    const figures = await at('2026-06-30T15:59:59Z');
    expect(figures).toMatchObject({
      deals: 3,
      turnover: { amount: '2000000000000000005', currency: 'CNY' },
      technologyAmount: { amount: '1000000000000000003' },
      byField: [
        { key: 'ENERGY', deals: 2, turnover: { amount: '1000000000000000006' } },
        { key: 'UNKNOWN', deals: 1, turnover: { amount: huge } },
      ],
      byMode: [
        { key: 'BIDDING', deals: 2 },
        { key: 'LISTING', deals: 1, turnover: { amount: '7' } },
      ],
      byOrigin: [
        { key: '440100', deals: 2 },
        { key: 'UNKNOWN', deals: 1 },
      ],
      byDestination: [{ key: '450100', deals: 3 }],
    });
    expect(figures.quarters).toHaveLength(13);
    expect(figures.quarters.slice(-3).map(({ quarter, deals }) => [quarter, deals])).toEqual([
      ['2025Q4', 0],
      ['2026Q1', 1],
      ['2026Q2', 1],
    ]);
    expect((await at('2026-06-30T16:00:00Z')).quarters.at(-1)).toMatchObject({ quarter: '2026Q3', deals: 0 });
  });

  it('counts a deal once however often its fact arrives', async () => {
    const before = (await rows()).length;
    const same = newId();
    await open(deal({}, same), deal({}, same));
    await open(deal({}, same));
    expect(await rows()).toHaveLength(before + 1);
  });

  it('is the same after it was rebuilt from nothing', async () => {
    await open(
      ...Array.from({ length: 450 }, (_, i) => deal({ price: String(i + 1), technologyAmount: String(i) })),
    );
    const [live, figures] = [await rows(), await at('2026-06-30T00:00:00Z')];
    await own.query('UPDATE trade SET price = 1'); // a rebuild that changes nothing would not be one
    await own.query(
      'INSERT INTO trade SELECT gen_random_uuid(), ref, mode, contract_kind, field_code, price, technology_amount, currency, origin_region, destination_region, closed_at, is_demonstration FROM trade LIMIT 1',
    );
    const log = exchange.get(TradeLog);
    await Promise.all([log.rebuild(systemViewer), log.rebuild(systemViewer)]);
    expect(await rows()).toEqual(live);
    expect(await at('2026-06-30T00:00:00Z')).toEqual(figures);
    await open(deal());
    expect(await rows()).toHaveLength(live.length + 1);
  });

  it('is rebuilt by nobody but the exchange itself', async () => {
    await expect(exchange.get(TradeLog).rebuild(member('OPERATOR'))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});
