import { setTimeout as sleep } from 'node:timers/promises';
import { PostDemand } from '@stx/demands';
import { EdgeModule } from '@stx/installation';
import { Subscribers } from '@stx/operations';
import { Projections, systemViewer, type ProjectionDigest } from '@stx/platform';
import { member, requestId, startDomains, type TestDomain } from '@stx/testing';
import pg from 'pg';
import { domains } from '../domains.js';
import { seedDemonstration } from './demonstration.js';
import { allSchemas } from './schemas.js';

/** One change in each projection that no fact asked for. */
const DAMAGE: Record<string, string> = {
  'achievements.search-index':
    'DELETE FROM search.document WHERE ctid = (SELECT min(ctid) FROM search.document)',
  'bidding.achievements-for-sale': `UPDATE bidding.achievement_for_sale SET title_zh = '' || random()`,
  'exchange-index.trade-log': 'UPDATE exchange_index.trade SET price = price + 1',
  'matching.snapshots':
    'DELETE FROM matching.demand_snapshot WHERE ctid = (SELECT min(ctid) FROM matching.demand_snapshot)',
  'notifications.inboxes': `UPDATE notifications.notification SET path = '/elsewhere'`,
  'settlement.regions': `UPDATE settlement.organization_region SET region_code = '000000'`,
};

describe('projections rebuilt from the journals', () => {
  let exchange: TestDomain;
  let owner: pg.Client;
  beforeAll(async () => {
    const modules = [EdgeModule, ...domains.map(({ module }) => module)];
    exchange = await startDomains(modules, allSchemas, { STX_DEMO: 'on' });
    owner = new pg.Client({ connectionString: exchange.databaseUrl });
    await owner.connect();
    await seedDemonstration(exchange.app, exchange.databaseUrl);
    await inStep();
  }, 120_000);
  afterAll(async () => {
    await owner?.end();
    await exchange?.stop();
  });

  /** Every subscriber has handled every fact. */
  async function inStep(): Promise<void> {
    const subscribers = exchange.get(Subscribers);
    while ((await subscribers.all(systemViewer)).some(({ lag }) => lag > 0)) await sleep(50);
  }

  const all = () => exchange.app.get(Projections).all();
  const digests = async () => {
    const found: Record<string, ProjectionDigest> = {};
    for (const projection of all()) found[projection.name] = await projection.digest();
    return found;
  };

  it('are all known, and none is empty', async () => {
    expect(all().map(({ name }) => name)).toEqual(Object.keys(DAMAGE));
    for (const { rows } of Object.values(await digests())) expect(rows).toBeGreaterThan(0);
  });

  it.each(Object.keys(DAMAGE))('%s equals the live one, whatever had become of it', async (name) => {
    const projection = all().find((candidate) => candidate.name === name)!;
    const live = await projection.digest();
    await owner.query(DAMAGE[name]!);
    expect((await projection.digest()).hash).not.toBe(live.hash);
    const heard: number[] = [];
    await projection.rebuild((done) => heard.push(done));
    expect(await projection.digest()).toEqual(live);
    expect(heard.at(-1)).toBeGreaterThan(0);
  });

  it('lose nothing that happens meanwhile', async () => {
    const post = (i: number) =>
      exchange.get(PostDemand).run(member('BUYER'), {
        titleZh: `重建期间的需求 ${i}`,
        titleEn: null,
        problemZh: '需要在重建时也不丢失。',
        problemEn: null,
        targetZh: null,
        targetEn: null,
        fieldCode: 'energy',
        regionCode: '440000',
        budgetAmount: null,
        cooperationMode: 'COMMISSIONED_DEVELOPMENT',
        deadlineOn: null,
        isAnonymous: false,
        requestId: requestId(),
      });
    const before = await digests();
    const rebuilds = all().map((projection) => projection.rebuild());
    for (let i = 0; i < 5; i++) expect(await post(i)).not.toHaveProperty('refused');
    await Promise.all(rebuilds);
    await inStep();
    const live = await digests();
    expect(live['matching.snapshots']!.rows).toBe(before['matching.snapshots']!.rows + 5);
    for (const projection of all()) await projection.rebuild();
    expect(await digests()).toEqual(live);
  });
});
