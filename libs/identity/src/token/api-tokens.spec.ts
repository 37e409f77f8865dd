import { sha256 } from '@stx/platform';
import { startIdentity, type SpecIdentity } from '../spec-identity.js';
import { ApiTokens } from './api-tokens.js';

describe('API tokens', () => {
  let exchange: SpecIdentity;
  let tokens: ApiTokens;
  beforeAll(async () => {
    exchange = await startIdentity();
    tokens = exchange.get(ApiTokens);
  }, 60_000);
  afterAll(() => exchange.stop());
  const access = (token: string) => exchange.signIn.accessOf({ authorization: `Bearer ${token}` }, 'en');

  async function broker() {
    const person = await exchange.person();
    const organizationId = await exchange.admitted(person.id, 'BROKER');
    await exchange.db.query(
      `INSERT INTO membership (id, person_id, organization_id, role, valid_from)
       VALUES (gen_random_uuid(), $1, $2, 'BUYER', now() - interval '1 minute')`,
      [person.id, organizationId],
    );
    return { ...person, organizationId, cookie: await exchange.cookieOf(person.email) };
  }

  it('use the roles of their scopes, for the organization they were made for', async () => {
    const { id: personId, organizationId, cookie } = await broker();
    const { token } = await tokens.create(cookie, { name: 'import', scopes: ['BROKER'], days: 30 });
    expect(await access(token)).toMatchObject({
      by: 'token',
      viewer: { personId, organizationId, roles: ['BROKER'] },
    });
    const reading = await tokens.create(cookie, { name: 'reading', scopes: [], days: 1 });
    expect((await access(reading.token)).viewer).toMatchObject({ personId, organizationId: null, roles: [] });
  });

  it('never reach further than their maker', async () => {
    const { cookie, organizationId } = await broker();
    await expect(tokens.create(cookie, { name: 'x', scopes: ['OPERATOR'], days: 1 })).rejects.toMatchObject({
      code: 'TOKEN_SCOPE',
    });
    await expect(tokens.create(cookie, { name: 'x', scopes: [], days: 366 })).rejects.toMatchObject({
      code: 'TOKEN_DAYS',
    });
    await expect(tokens.create('', { name: 'x', scopes: [], days: 1 })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    const { token } = await tokens.create(cookie, { name: 'x', scopes: ['BUYER', 'BROKER'], days: 1 });
    await exchange.db.query(
      `UPDATE membership SET valid_to = now() - interval '1 second' WHERE organization_id = $1 AND role = 'BUYER'`,
      [organizationId],
    );
    expect((await access(token)).viewer.roles).toEqual(['BROKER']);
  });

  it('are stored as a hash, and end by revocation and by time', async () => {
    const { cookie } = await broker();
    const [one, two] = [
      await tokens.create(cookie, { name: 'one', scopes: ['BUYER'], days: 1 }),
      await tokens.create(cookie, { name: 'two', scopes: ['BUYER'], days: 2 }),
    ];
    const rows = await exchange.db.query<{ token_hash: string }>('SELECT * FROM token WHERE id = $1', [
      one.id,
    ]);
    expect(rows[0]!.token_hash).toBe(sha256(one.token));
    expect(JSON.stringify(await exchange.db.query('SELECT * FROM token, fact'))).not.toContain(
      one.token.slice(4),
    );
    const { viewer } = await exchange.signIn.accessOf({ cookie }, 'en');
    expect((await tokens.list(viewer)).map(({ name }) => name)).toEqual(['two', 'one']);
    const stranger = await exchange.signIn.viewerOf({ cookie: (await broker()).cookie }, 'en');
    await expect(tokens.revoke(stranger, one.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await tokens.revoke(viewer, one.id);
    expect((await access(one.token)).by).toBe('invalid');
    expect((await access(two.token)).by).toBe('token');
    exchange.pass(2 * 24 * 60);
    expect((await access(two.token)).viewer.personId).toBeNull();
    exchange.pass(-2 * 24 * 60);
  });
});
