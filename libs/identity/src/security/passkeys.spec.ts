import { cookieHeaderOf } from '../sign-in/session-cookie.js';
import { SpecAuthenticator, type Circumstances } from '../spec-authenticator.js';
import { codeOf, PASSWORD, startIdentity, type SpecIdentity } from '../spec-identity.js';
import { Passkeys } from './passkeys.js';

const SITE = 'http://localhost';

describe('passkeys', () => {
  let exchange: SpecIdentity;
  let passkeys: Passkeys;
  beforeAll(async () => {
    exchange = await startIdentity();
    passkeys = exchange.get(Passkeys);
  }, 60_000);
  afterAll(() => exchange.stop());
  const access = (cookie: string) => exchange.signIn.accessOf({ cookie }, 'en');

  /** The options of a challenge, and the cookies to answer it with. */
  async function challengeFor(cookie: string) {
    const challenge = await passkeys.challenge(cookie, PASSWORD);
    if (!challenge.ok) throw new Error(challenge.code);
    return {
      options: challenge.options,
      cookie: `${cookie}; ${cookieHeaderOf(challenge.setCookie)}`,
    };
  }

  async function add(cookie: string, how: Circumstances = {}, name = 'Laptop') {
    const authenticator = new SpecAuthenticator();
    const challenge = await challengeFor(cookie);
    const reply = await passkeys.add({
      cookie: challenge.cookie,
      name,
      response: authenticator.register(challenge.options, how),
      site: SITE,
    });
    return { authenticator, reply };
  }

  async function signInBy(authenticator: SpecAuthenticator, how: Circumstances = {}) {
    const challenge = await exchange.signIn.passkeyChallenge({});
    if (!challenge.ok) throw new Error(challenge.code);
    const answer = {
      cookie: cookieHeaderOf(challenge.setCookie),
      response: authenticator.signIn(challenge.options, how),
      site: SITE,
    };
    return { answer, reply: await exchange.signIn.signInByPasskey(answer) };
  }

  async function officer(role = 'OFFICER') {
    const person = await exchange.person();
    await exchange.admitted(person.id, role);
    return { ...person, cookie: await exchange.cookieOf(person.email) };
  }

  const factsOf = async (personId: string) =>
    (
      await exchange.db.query<{ type: string }>(
        `SELECT type FROM fact WHERE subject_id = $1 AND type LIKE 'Passkey%' ORDER BY seq`,
        [personId],
      )
    ).map(({ type }) => type);

  it('are added with the password, told by mail, and count as a second factor', async () => {
    const { cookie, email, id } = await officer();
    expect((await access(cookie)).lacksSecondFactor).toBe(true);
    expect(await passkeys.challenge(cookie, 'not-the-password')).toEqual({
      ok: false,
      code: 'BAD_CREDENTIALS',
    });
    const { authenticator, reply } = await add(cookie);
    expect(reply).toEqual({ ok: true, setCookie: [] });
    expect((await access(cookie)).viewer.roles).toEqual(['OFFICER']);
    expect((await exchange.letter(email))!.kind).toBe('security-changed');
    expect(await passkeys.of(cookie)).toMatchObject([{ name: 'Laptop', lastUsedAt: null }]);

    const signedIn = await signInBy(authenticator);
    if (!signedIn.reply.ok) throw new Error(signedIn.reply.code);
    const fresh = cookieHeaderOf(signedIn.reply.setCookie);
    expect(await access(fresh)).toMatchObject({
      lacksSecondFactor: false,
      viewer: { personId: id, roles: ['OFFICER'] },
    });
    expect((await passkeys.of(cookie))[0]!.lastUsedAt).toBeInstanceOf(Date);
    expect(await factsOf(id)).toEqual(['PasskeyAdded']);
  });

  it('ask for no code of an authenticator beside', async () => {
    const { email } = await officer('BUYER');
    const cookie = await exchange.cookieOf(email);
    const enrolment = await exchange.signIn.enrolSecondFactor(cookie, PASSWORD);
    if (!enrolment.ok) throw new Error(enrolment.code);
    const verified = await exchange.signIn.verifySecondFactor({ cookie, code: codeOf(enrolment.totpUri) });
    if (!verified.ok) throw new Error(verified.code);
    const { authenticator } = await add(cookieHeaderOf(verified.setCookie));
    expect((await signInBy(authenticator)).reply.ok).toBe(true);
  });

  it.each<[string, Circumstances]>([
    ['that did not verify its user', { isVerified: false }],
    ['of another site', { origin: 'http://localhost.example' }],
    ['for another host', { host: 'example' }],
  ])('refuse an answer %s, when one is added and when one signs in', async (_, how) => {
    const { cookie, id } = await officer();
    expect((await add(cookie, how)).reply).toEqual({ ok: false, code: 'BAD_PASSKEY' });
    expect(await passkeys.of(cookie)).toEqual([]);
    expect(await factsOf(id)).toEqual([]);
    const { authenticator } = await add(cookie);
    expect((await signInBy(authenticator, how)).reply).toEqual({ ok: false, code: 'BAD_PASSKEY' });
    expect((await signInBy(authenticator)).reply.ok).toBe(true);
  });

  it('refuse an answer that was given before, one to no challenge, and a counter that goes back', async () => {
    const { cookie } = await officer();
    const { authenticator } = await add(cookie);
    const { answer, reply } = await signInBy(authenticator, { counter: 7 });
    expect(reply.ok).toBe(true);
    const refused = { ok: false, code: 'BAD_PASSKEY' };
    expect(await exchange.signIn.signInByPasskey(answer)).toEqual(refused);
    expect(await exchange.signIn.signInByPasskey({ ...answer, cookie: '' })).toEqual(refused);
    expect(
      await exchange.signIn.signInByPasskey({ ...answer, response: { id: '\0', response: {} } }),
    ).toEqual(refused);
    expect((await signInBy(authenticator, { counter: 7 })).reply).toEqual(refused);
    expect((await signInBy(authenticator, { counter: 4_294_967_295 })).reply.ok).toBe(true);
  });

  it('cannot be added to an account by the challenge of another', async () => {
    const [mine, theirs] = [await officer(), await officer()];
    const challenge = await challengeFor(mine.cookie);
    const onlyChallenge = challenge.cookie.slice(mine.cookie.length);
    const reply = await passkeys.add({
      cookie: theirs.cookie + onlyChallenge,
      name: 'Laptop',
      response: new SpecAuthenticator().register(challenge.options),
      site: SITE,
    });
    expect(reply).toEqual({ ok: false, code: 'BAD_PASSKEY' });
    expect(await passkeys.of(theirs.cookie)).toEqual([]);
  });

  it('are removed by their owner only; then they sign nobody in, and roles rest without a factor', async () => {
    const [mine, theirs] = [await officer(), await officer()];
    const { authenticator } = await add(mine.cookie);
    const [passkey] = await passkeys.of(mine.cookie);
    await expect(passkeys.remove(theirs.cookie, passkey!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(passkeys.remove('', passkey!.id)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await exchange.db.query('DELETE FROM mail WHERE to_address = $1', [mine.email]);
    await passkeys.remove(mine.cookie, passkey!.id);
    expect(await passkeys.of(mine.cookie)).toEqual([]);
    expect((await signInBy(authenticator)).reply).toEqual({ ok: false, code: 'BAD_PASSKEY' });
    expect((await access(mine.cookie)).lacksSecondFactor).toBe(true);
    expect(await factsOf(mine.id)).toEqual(['PasskeyAdded', 'PasskeyRemoved']);
    expect((await exchange.letter(mine.email))!.kind).toBe('security-changed');
  });

  it('need a name, and a person has at most twenty', async () => {
    const { cookie, id } = await officer();
    expect((await add(cookie, {}, ' ')).reply).toEqual({ ok: false, code: 'PASSKEY_NAME' });
    const keep = (count: number) =>
      exchange.db.query(
        `INSERT INTO passkey (id, person_id, name, credential_id, public_key, counter, device_type, backed_up)
         SELECT gen_random_uuid(), $1, 'Key', gen_random_uuid(), '', 0, 'singleDevice', false FROM generate_series(1, $2)`,
        [id, count],
      );
    await keep(19);
    expect(await passkeys.challenge(cookie, PASSWORD)).toMatchObject({ ok: true });
    await keep(1);
    expect(await passkeys.challenge(cookie, PASSWORD)).toEqual({ ok: false, code: 'TOO_MANY_PASSKEYS' });
  });
});
