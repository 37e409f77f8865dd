import { codeOf, PASSWORD, startIdentity, type SpecIdentity } from '../spec-identity.js';
import { cookieHeaderOf } from '../sign-in/session-cookie.js';
import { ApiTokens } from '../token/api-tokens.js';
import { AccountSecurity } from './account-security.js';

describe('the security of an account', () => {
  let exchange: SpecIdentity;
  let security: AccountSecurity;
  beforeAll(async () => {
    exchange = await startIdentity();
    security = exchange.get(AccountSecurity);
  }, 60_000);
  afterAll(() => exchange.stop());

  const letters = async (email: string): Promise<number> => {
    const rows = await exchange.db.query(
      `SELECT 1 FROM mail WHERE to_address = $1 AND kind = 'security-changed'`,
      [email],
    );
    return rows.length;
  };
  const lastFact = async () =>
    (await exchange.db.query<{ type: string }>('SELECT type FROM fact ORDER BY seq DESC LIMIT 1'))[0]!.type;

  async function enrolled() {
    const person = await exchange.person();
    const cookie = await exchange.cookieOf(person.email);
    const enrolment = await exchange.signIn.enrolSecondFactor(cookie, PASSWORD);
    if (!enrolment.ok) throw new Error(enrolment.code);
    const verified = await exchange.signIn.verifySecondFactor({ cookie, code: codeOf(enrolment.totpUri) });
    if (!verified.ok) throw new Error(verified.code);
    const [old] = enrolment.backupCodes;
    return { ...person, cookie: cookieHeaderOf(verified.setCookie), old: old! };
  }

  it('gives new backup codes for the password; the old ones count no longer', async () => {
    const { email, cookie, old } = await enrolled();
    expect(await security.renewBackupCodes(cookie, 'not-the-password')).toEqual({
      ok: false,
      code: 'BAD_CREDENTIALS',
    });
    const before = await letters(email);
    const renewed = await security.renewBackupCodes(cookie, PASSWORD);
    if (!renewed.ok) throw new Error(renewed.code);
    expect(await lastFact()).toBe('BackupCodesRenewed');
    expect(await letters(email)).toBe(before + 1);
    for (const [code, ok] of [
      [old, false],
      [renewed.backupCodes[0]!, true],
    ] as const) {
      const asked = await exchange.signIn.signIn({ email, password: PASSWORD });
      if (asked.ok || asked.code !== 'SECOND_FACTOR_REQUIRED') throw new Error('no challenge');
      const challenge = cookieHeaderOf(asked.setCookie);
      expect(await exchange.signIn.verifySecondFactor({ cookie: challenge, code })).toMatchObject({ ok });
    }
  });

  it('tells its owner by mail, and the journal, of every change', async () => {
    const { email, cookie, id } = await enrolled();
    await exchange.admitted(id, 'BUYER');
    const tokens = exchange.get(ApiTokens);
    const viewer = await exchange.signIn.viewerOf({ cookie }, 'en');
    let tokenId = '';
    const changes: [string, () => Promise<unknown>][] = [
      [
        'TokenCreated',
        async () => (tokenId = (await tokens.create(cookie, { name: 'x', scopes: [], days: 1 })).id),
      ],
      ['TokenRevoked', () => tokens.revoke(viewer, tokenId)],
      [
        'SessionEnded',
        async () => {
          const other = await exchange.db.query<{ id: string }>(
            `INSERT INTO session (id, person_id, token, expires_at)
             VALUES (gen_random_uuid(), $1, 'another', now() + interval '1 hour') RETURNING id`,
            [id],
          );
          await security.endSession(cookie, other[0]!.id);
        },
      ],
      ['PersonSignedOut', () => exchange.signIn.signOutEverywhere(cookie)],
    ];
    for (const [fact, change] of changes) {
      const before = await letters(email);
      await change();
      expect(await lastFact()).toBe(fact);
      expect([fact, await letters(email)]).toEqual([fact, before + 1]);
    }
  });
});
