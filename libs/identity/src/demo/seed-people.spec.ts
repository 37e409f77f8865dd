import { startIdentity, type SpecIdentity } from '../spec-identity.js';
import { SeedPeople, type DemoOrganization, type DemoPerson } from './seed-people.js';

const organizations: DemoOrganization[] = [
  {
    key: 'exchange',
    kind: 'SERVICE_INSTITUTION',
    nameZh: '示例交易所',
    nameEn: 'Example Exchange',
    creditCode: '91350100M000100Y43',
    regionCode: '350100',
  },
  {
    key: 'university',
    kind: 'UNIVERSITY',
    nameZh: '示例大学',
    nameEn: 'Example University',
    creditCode: '12100000400000624D',
    regionCode: '440100',
    descriptionZh: '简介',
  },
];
const people: DemoPerson[] = [
  {
    key: 'op',
    email: 'Op@demo.example',
    nameZh: '王',
    nameEn: 'Wang',
    organizationKey: 'exchange',
    role: 'OPERATOR',
  },
  {
    key: 'officer',
    email: 'officer@demo.example',
    nameZh: '李',
    nameEn: 'Li',
    organizationKey: 'university',
    role: 'OFFICER',
  },
];

describe('demonstration people', () => {
  let exchange: SpecIdentity;
  let seed: SeedPeople;
  beforeAll(async () => {
    exchange = await startIdentity();
    seed = exchange.get(SeedPeople);
  }, 60_000);
  afterAll(() => exchange.stop());

  it('exist in a demonstration only', async () => {
    await expect(seed.run({ organizations, people }, 'demo-pass')).rejects.toMatchObject({
      code: 'NOT_DEMONSTRATION',
    });
  });

  it('can sign in and act at once; seeding again changes only the password', async () => {
    exchange.setDemo(true);
    const first = await seed.run({ organizations, people }, 'demo-pass');
    const cookie = await exchange.cookieOf('op@demo.example', 'demo-pass');
    const viewer = await exchange.signIn.viewerOf({ cookie }, 'en');
    expect(viewer).toMatchObject({
      personId: first.people.get('op'),
      organizationId: first.organizations.get('exchange'),
      roles: ['OPERATOR'],
    });
    const facts = () => exchange.db.query("SELECT 1 FROM fact WHERE type <> 'PersonSignedIn'");
    const before = (await facts()).length;
    expect(await seed.run({ organizations, people }, 'other-pass')).toEqual(first);
    expect(await facts()).toHaveLength(before);
    expect(await exchange.cookieOf('officer@demo.example', 'other-pass')).toContain('session_token');
    const said = await exchange.query(
      'identity',
      viewer,
      '{ viewer { name organization { name { en } isDemonstration } } }',
    );
    expect(said.viewer).toEqual({
      name: 'Wang',
      organization: { name: { en: 'Example Exchange' }, isDemonstration: true },
    });
  });

  it('never take over an account of a real person', async () => {
    exchange.setDemo(true);
    const { email } = await exchange.person();
    await expect(
      seed.run({ organizations, people: [{ ...people[0]!, email }] }, 'demo-pass'),
    ).rejects.toThrow('real account');
  });
});
