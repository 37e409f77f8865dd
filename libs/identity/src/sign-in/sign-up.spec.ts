import { PASSWORD, startIdentity, freshEmail, tokenIn, type SpecIdentity } from '../spec-identity.js';

describe('accounts', () => {
  let exchange: SpecIdentity;
  beforeAll(async () => void (exchange = await startIdentity()), 60_000);
  afterAll(() => exchange.stop());
  const signUp = (email: string, more: object = {}) =>
    exchange.signIn.signUp({ name: 'Planted Name', email, password: PASSWORD, ...more });

  it('answers the same for a known address and tells only its owner', async () => {
    const email = freshEmail();
    const first = await signUp(email);
    expect((await exchange.letter(email))!.kind).toBe('confirm-email');
    expect(await signUp(email.toUpperCase(), { password: 'another-password' })).toEqual(first);
    expect((await exchange.letter(email))!.kind).toBe('already-known');
    expect(await exchange.signIn.signIn({ email, password: 'another-password' })).toMatchObject({
      code: 'BAD_CREDENTIALS',
    });
  });

  it('opens one account when two ask at once', async () => {
    const email = freshEmail();
    const replies = await Promise.all([signUp(email), signUp(email), signUp(email)]);
    expect(replies).toEqual(replies.map(() => ({ ok: true, setCookie: [] })));
    const rows = await exchange.db.query(
      'SELECT 1 FROM person p JOIN account a ON a.person_id = p.id WHERE email = $1',
      [email],
    );
    expect(rows).toHaveLength(1);
  });

  it('writes account, letter and fact together or not at all', async () => {
    const email = freshEmail();
    const undone = exchange.db.change(async () => {
      await signUp(email);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await exchange.db.query('SELECT 1 FROM person WHERE email = $1', [email])).toEqual([]);
    expect(await exchange.letter(email)).toBeUndefined();
  });

  it('names what is wrong with the form', async () => {
    expect(await signUp('nobody')).toEqual({ ok: false, code: 'BAD_EMAIL' });
    expect(await signUp(freshEmail(), { password: 'short' })).toEqual({ ok: false, code: 'PASSWORD_LENGTH' });
    expect(await signUp(freshEmail(), { name: ' ' })).toEqual({ ok: false, code: 'NAME_REQUIRED' });
  });

  it('floods nobody: five letters an hour to an address, without saying so', async () => {
    const email = freshEmail();
    for (let i = 0; i < 7; i++) expect(await signUp(email)).toEqual({ ok: true, setCookie: [] });
    const [row] = await exchange.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM mail WHERE to_address = $1',
      [email],
    );
    expect(row!.n).toBe(5);
  });

  it('withholds every role until the address is confirmed', async () => {
    const email = freshEmail();
    await signUp(email);
    const [person] = await exchange.db.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [
      email,
    ]);
    const organizationId = await exchange.admitted(person!.id, 'BUYER');
    const cookie = await exchange.cookieOf(email);
    const access = () => exchange.signIn.accessOf({ cookie }, 'en');
    expect(await access()).toMatchObject({
      isConfirmed: false,
      viewer: { personId: person!.id, organizationId: null, roles: [] },
    });
    expect(await exchange.signIn.confirmEmail('nonsense')).toEqual({ ok: false, code: 'BAD_TOKEN' });
    const token = tokenIn((await exchange.letter(email))!.text);
    expect(await exchange.signIn.confirmEmail(token)).toEqual({ ok: true, setCookie: [] });
    expect(await access()).toMatchObject({ isConfirmed: true, viewer: { organizationId, roles: ['BUYER'] } });
  });

  it('sets a new password by a letter for one use, and ends every session', async () => {
    const { email } = await exchange.person();
    const cookie = await exchange.cookieOf(email);
    const unknown = await exchange.signIn.recoverPassword(freshEmail());
    expect(await exchange.signIn.recoverPassword(email)).toEqual(unknown);
    const token = tokenIn((await exchange.letter(email))!.text);
    expect(await exchange.signIn.resetPassword(token, 'short')).toEqual({
      ok: false,
      code: 'PASSWORD_LENGTH',
    });
    expect(await exchange.signIn.resetPassword(token, 'a-new-password')).toEqual({ ok: true, setCookie: [] });
    expect(await exchange.signIn.resetPassword(token, 'a-newer-password')).toEqual({
      ok: false,
      code: 'BAD_TOKEN',
    });
    expect((await exchange.signIn.viewerOf({ cookie }, 'en')).personId).toBeNull();
    expect(await exchange.cookieOf(email, 'a-new-password')).toContain('session_token');
    expect((await exchange.letter(email))!.kind).toBe('security-changed');
  });

  it('writes no address, name, password or token into facts', async () => {
    const { email } = await exchange.person('Planted Name');
    const cookie = await exchange.cookieOf(email);
    const facts = await exchange.db.query('SELECT * FROM fact');
    const text = JSON.stringify(facts);
    expect(facts.length).toBeGreaterThan(5);
    for (const planted of [email, 'Planted Name', PASSWORD, cookie.split('=')[1]!.split('.')[0]!]) {
      expect(text).not.toContain(planted);
    }
  });
});

describe('behind https', () => {
  it('sets cookies that only this host and https can carry', async () => {
    const exchange = await startIdentity({ STX_PUBLIC_URL: 'https://exchange.example' });
    const { email, id } = await exchange.person();
    expect((await exchange.letter(email))!.text).toContain('https://exchange.example/sign-up/confirm?token=');
    const reply = await exchange.signIn.signIn({ email, password: PASSWORD });
    expect(reply).toMatchObject({
      setCookie: [
        expect.stringMatching(/^__Host-stx\.session_token=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      ],
    });
    expect(await exchange.signIn.viewerOf({ cookie: await exchange.cookieOf(email) }, 'en')).toMatchObject({
      personId: id,
    });
    await exchange.stop();
  }, 60_000);
});
