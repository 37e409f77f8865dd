import { newId } from '@stx/platform';
import { PASSWORD, startIdentity, freshEmail, type SpecIdentity } from '../spec-identity.js';

const WRONG = 'not-the-password';

describe('signing in', () => {
  let exchange: SpecIdentity;
  beforeAll(async () => void (exchange = await startIdentity()), 60_000);
  afterAll(() => exchange.stop());
  const viewer = (cookie: string) => exchange.signIn.viewerOf({ cookie }, 'en');

  it('gives a session that says who asks, and for whom', async () => {
    const { email, id } = await exchange.person();
    const organizationId = await exchange.admitted(id, 'BUYER');
    const cookie = await exchange.cookieOf(` ${email.toUpperCase()} `);
    expect(await viewer(cookie)).toEqual({
      personId: id,
      organizationId,
      roles: ['BUYER'],
      language: 'en',
      isSystem: false,
    });
  });

  it('hashes with argon2id and keeps the cookie from scripts', async () => {
    const { email, id } = await exchange.person();
    const [account] = await exchange.db.query<{ password: string }>(
      'SELECT password FROM account WHERE person_id = $1',
      [id],
    );
    expect(account!.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const reply = await exchange.signIn.signIn({ email, password: PASSWORD });
    expect(reply).toMatchObject({
      ok: true,
      setCookie: [expect.stringMatching(/^stx\.session_token=.*Path=\/; HttpOnly; SameSite=Lax$/)],
    });
  });

  it('answers the same for a known and an unknown address, and locks both after five tries', async () => {
    const { email } = await exchange.person();
    const stranger = freshEmail();
    for (let i = 0; i < 5; i++) {
      const [known, unknown] = [
        await exchange.signIn.signIn({ email, password: WRONG }),
        await exchange.signIn.signIn({ email: stranger, password: WRONG }),
      ];
      expect(known).toEqual({ ok: false, code: 'BAD_CREDENTIALS' });
      expect(unknown).toEqual(known);
    }
    expect(await exchange.signIn.signIn({ email, password: PASSWORD })).toEqual({
      ok: false,
      code: 'LOCKED',
    });
    expect(await exchange.signIn.signIn({ email: stranger, password: PASSWORD })).toEqual({
      ok: false,
      code: 'LOCKED',
    });
    exchange.pass(14);
    expect(await exchange.signIn.signIn({ email, password: PASSWORD })).toEqual({
      ok: false,
      code: 'LOCKED',
    });
    exchange.pass(2);
    expect(await exchange.signIn.signIn({ email, password: PASSWORD })).toMatchObject({ ok: true });
    exchange.pass(-16);
  });

  it('lets parallel guesses through no further than the limit', async () => {
    const { email } = await exchange.person();
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => exchange.signIn.signIn({ email, password: WRONG })),
    );
    const codes = guesses.map((guess) => !guess.ok && guess.code);
    expect(codes.filter((code) => code === 'BAD_CREDENTIALS')).toHaveLength(5);
    expect(codes.filter((code) => code === 'LOCKED')).toHaveLength(7);
  });

  it('stops a network that tries many addresses, a /64 as one', async () => {
    for (let i = 0; i < 100; i++) {
      await exchange.signIn.signIn({
        email: 'not an address',
        password: WRONG,
        ip: `2001:db8::${i.toString(16)}`,
      });
      await exchange.db.query(`DELETE FROM attempt WHERE key LIKE 'password:%'`);
    }
    const { email } = await exchange.person();
    const from = (ip: string) => exchange.signIn.signIn({ email, password: PASSWORD, ip });
    expect(await from('2001:db8::ffff')).toEqual({ ok: false, code: 'TOO_MANY' });
    expect(await from('2001:db8:0:1::1')).toMatchObject({ ok: true });
  });

  it('ends the session at once on signing out', async () => {
    const { email, id } = await exchange.person();
    const [cookie, other] = [await exchange.cookieOf(email), await exchange.cookieOf(email)];
    expect((await viewer(cookie)).personId).toBe(id);
    const { setCookie } = await exchange.signIn.signOut(cookie);
    expect(setCookie).toContainEqual(expect.stringMatching(/^stx\.session_token=;.*Max-Age=0/));
    expect((await viewer(cookie)).personId).toBeNull();
    expect((await viewer(other)).personId).toBe(id);
    await exchange.signIn.signOutEverywhere(other);
    expect((await viewer(other)).personId).toBeNull();
  });

  it('believes no cookie whose signature does not hold', async () => {
    const { email } = await exchange.person();
    const cookie = await exchange.cookieOf(email);
    const [token] = cookie.slice('stx.session_token='.length).split('.');
    for (const forged of [
      `stx.session_token=${token}`,
      `stx.session_token=${token}.AAAA`,
      cookie.slice(0, -8),
      'stx.session_token=%E0%A4%A',
    ]) {
      expect((await viewer(forged)).personId).toBeNull();
    }
  });

  it('acts for an organization of the person only, until the role ends', async () => {
    const [mine, theirs] = [await exchange.person(), await exchange.person()];
    const first = await exchange.admitted(mine.id, 'BUYER');
    const second = await exchange.admitted(mine.id, 'BROKER');
    const foreign = await exchange.admitted(theirs.id, 'BUYER');
    const cookie = await exchange.cookieOf(mine.email);
    for (const id of [foreign, newId(), 'nonsense']) {
      expect(await exchange.signIn.actFor(cookie, id)).toEqual({ ok: false, code: 'NOT_A_MEMBER' });
    }
    expect((await viewer(cookie)).organizationId).toBe(first);
    expect(await exchange.signIn.actFor(cookie, second)).toEqual({ ok: true, setCookie: [] });
    expect(await viewer(cookie)).toMatchObject({ organizationId: second, roles: ['BROKER'] });
    await exchange.db.query(
      "UPDATE membership SET valid_to = now() - interval '1 second' WHERE organization_id = $1",
      [second],
    );
    expect(await viewer(cookie)).toMatchObject({ organizationId: null, roles: [] });
    expect(await exchange.signIn.actFor(cookie, first)).toMatchObject({ ok: true });
    await exchange.db.query("UPDATE organization SET admission = 'REFUSED' WHERE id = $1", [first]);
    expect(await viewer(cookie)).toMatchObject({ organizationId: null, roles: [] });
    expect(await exchange.signIn.actFor(cookie, first)).toEqual({ ok: false, code: 'NOT_A_MEMBER' });
    expect(await exchange.signIn.actFor('', first)).toEqual({ ok: false, code: 'SIGN_IN_REQUIRED' });
  });

  it('ends after 30 idle minutes, 15 for an operator, and 12 hours whatever happens', async () => {
    const [person, operator] = [await exchange.person(), await exchange.person()];
    await exchange.admitted(operator.id, 'OPERATOR');
    const [used, idle, staff] = [
      await exchange.cookieOf(person.email),
      await exchange.cookieOf(person.email),
      await exchange.cookieOf(operator.email),
    ];
    exchange.pass(14);
    expect((await viewer(staff)).personId).toBe(operator.id);
    exchange.pass(15);
    expect((await viewer(used)).personId).toBe(person.id);
    expect((await viewer(staff)).personId).toBeNull();
    exchange.pass(2);
    expect((await viewer(idle)).personId).toBeNull();
    for (let minutes = 31; minutes + 20 < 12 * 60; minutes += 20) {
      exchange.pass(20);
      expect((await viewer(used)).personId).toBe(person.id);
    }
    exchange.pass(20);
    expect((await viewer(used)).personId).toBeNull();
  });
});
