import { codeOf, PASSWORD, startIdentity, type SpecIdentity } from '../spec-identity.js';
import { needsSecondFactor } from './second-factor-policy.js';
import { cookieHeaderOf } from './session-cookie.js';

describe('the second factor', () => {
  let exchange: SpecIdentity;
  beforeAll(async () => void (exchange = await startIdentity()), 60_000);
  afterAll(() => exchange.stop());
  const access = (cookie: string) => exchange.signIn.accessOf({ cookie }, 'en');

  /** An operator with an enrolled authenticator. */
  async function enrolled() {
    const person = await exchange.person();
    const organizationId = await exchange.admitted(person.id, 'OPERATOR');
    const cookie = await exchange.cookieOf(person.email);
    const enrolment = await exchange.signIn.enrolSecondFactor(cookie, PASSWORD);
    if (!enrolment.ok) throw new Error(enrolment.code);
    const verified = await exchange.signIn.verifySecondFactor({
      cookie,
      code: codeOf(enrolment.totpUri, -1),
    });
    if (!verified.ok) throw new Error(verified.code);
    return {
      ...person,
      organizationId,
      totpUri: enrolment.totpUri,
      backupCodes: enrolment.backupCodes,
      cookie: cookieHeaderOf(verified.setCookie),
    };
  }

  it('is needed by operators and officers, outside demonstrations', () => {
    expect(needsSecondFactor({ roles: ['BUYER', 'OFFICER'] }, false)).toBe(true);
    expect(needsSecondFactor({ roles: ['OPERATOR'] }, true)).toBe(false);
    expect(needsSecondFactor({ roles: ['BUYER', 'BROKER'] }, false)).toBe(false);
  });

  it('withholds those roles until it is shown, and then gives them', async () => {
    const person = await exchange.person();
    const organizationId = await exchange.admitted(person.id, 'OFFICER');
    const cookie = await exchange.cookieOf(person.email);
    expect(await access(cookie)).toMatchObject({
      lacksSecondFactor: true,
      viewer: { organizationId: null, roles: [] },
    });
    exchange.setDemo(true);
    expect(await access(cookie)).toMatchObject({
      lacksSecondFactor: false,
      viewer: { organizationId, roles: ['OFFICER'] },
    });
    exchange.setDemo(false);
    expect(await exchange.signIn.enrolSecondFactor(cookie, 'not-the-password')).toEqual({
      ok: false,
      code: 'BAD_CREDENTIALS',
    });
    const enrolment = await exchange.signIn.enrolSecondFactor(cookie, PASSWORD);
    if (!enrolment.ok) throw new Error(enrolment.code);
    expect(enrolment.backupCodes.length).toBeGreaterThan(5);
    expect(await exchange.signIn.verifySecondFactor({ cookie, code: '000000' })).toEqual({
      ok: false,
      code: 'BAD_CODE',
    });
    const verified = await exchange.signIn.verifySecondFactor({ cookie, code: codeOf(enrolment.totpUri) });
    if (!verified.ok) throw new Error(verified.code);
    const renewed = cookieHeaderOf(verified.setCookie);
    expect(await access(renewed)).toMatchObject({
      lacksSecondFactor: false,
      viewer: { organizationId, roles: ['OFFICER'] },
    });
    expect((await access(cookie)).by).toBe('invalid');
    expect((await exchange.letter(person.email))!.kind).toBe('security-changed');
  });

  it('is asked for at the next sign-in, and gives no session before', async () => {
    const { email, organizationId, totpUri } = await enrolled();
    const asked = await exchange.signIn.signIn({ email, password: PASSWORD });
    if (asked.ok || asked.code !== 'SECOND_FACTOR_REQUIRED') throw new Error('no challenge');
    const cookie = cookieHeaderOf(asked.setCookie);
    expect((await access(cookie)).viewer.personId).toBeNull();
    expect(await exchange.signIn.verifySecondFactor({ cookie: '', code: codeOf(totpUri) })).toEqual({
      ok: false,
      code: 'SIGN_IN_REQUIRED',
    });
    const verified = await exchange.signIn.verifySecondFactor({ cookie, code: codeOf(totpUri) });
    if (!verified.ok) throw new Error(verified.code);
    expect((await access(cookieHeaderOf(verified.setCookie))).viewer).toMatchObject({
      organizationId,
      roles: ['OPERATOR'],
    });
  });

  it('takes each code once', async () => {
    const { email, totpUri } = await enrolled();
    const code = codeOf(totpUri, 1);
    const replies = [];
    for (let i = 0; i < 2; i++) {
      const asked = await exchange.signIn.signIn({ email, password: PASSWORD });
      if (asked.ok || asked.code !== 'SECOND_FACTOR_REQUIRED') throw new Error('no challenge');
      replies.push(
        await exchange.signIn.verifySecondFactor({ cookie: cookieHeaderOf(asked.setCookie), code }),
      );
    }
    expect(replies).toMatchObject([{ ok: true }, { ok: false, code: 'BAD_CODE' }]);
  });

  it('can be replaced by a backup code, once, while signing in', async () => {
    const { email, cookie, backupCodes } = await enrolled();
    const code = backupCodes[0]!;
    expect(await exchange.signIn.verifySecondFactor({ cookie, code })).toEqual({
      ok: false,
      code: 'BAD_CODE',
    });
    const replies = [];
    for (let i = 0; i < 2; i++) {
      const asked = await exchange.signIn.signIn({ email, password: PASSWORD });
      if (asked.ok || asked.code !== 'SECOND_FACTOR_REQUIRED') throw new Error('no challenge');
      replies.push(
        await exchange.signIn.verifySecondFactor({ cookie: cookieHeaderOf(asked.setCookie), code }),
      );
    }
    expect(replies).toMatchObject([{ ok: true }, { ok: false, code: 'BAD_CODE' }]);
  });

  it('locks after a few wrong codes, whether signing in or signed in', async () => {
    const { email, cookie, totpUri } = await enrolled();
    for (let i = 0; i < 5; i++) await exchange.signIn.verifySecondFactor({ cookie, code: '000000' });
    expect(await exchange.signIn.verifySecondFactor({ cookie, code: codeOf(totpUri) })).toEqual({
      ok: false,
      code: 'LOCKED',
    });
    const asked = await exchange.signIn.signIn({ email, password: PASSWORD });
    if (asked.ok || asked.code !== 'SECOND_FACTOR_REQUIRED') throw new Error('no challenge');
    const challenge = cookieHeaderOf(asked.setCookie);
    for (let i = 0; i < 5; i++)
      await exchange.signIn.verifySecondFactor({ cookie: challenge, code: '000000' });
    expect(await exchange.signIn.verifySecondFactor({ cookie: challenge, code: codeOf(totpUri) })).toEqual({
      ok: false,
      code: 'LOCKED',
    });
  });
});
