import { createHash } from 'node:crypto';
import {
  OPENID_CLIENT,
  startOpenIdProvider,
  throughProvider,
  type OpenIdProvider,
  type ProviderClaims,
} from '@stx/testing';
import { codeOf, freshEmail, PASSWORD, startIdentity, type SpecIdentity } from '../spec-identity.js';
import { cookieHeaderOf } from '../sign-in/session-cookie.js';
import { ProviderSignIn } from './provider-sign-in.js';

const SITE = 'http://localhost:4399';
const RETURN = `${SITE}/sign-in/callback`;

describe('signing in at a provider', () => {
  let provider: OpenIdProvider;
  let exchange: SpecIdentity;
  let signIn: ProviderSignIn;
  beforeAll(async () => {
    provider = await startOpenIdProvider(RETURN);
    exchange = await startIdentity({
      STX_PUBLIC_URL: SITE,
      STX_OIDC_ISSUER: provider.issuer,
      STX_OIDC_CLIENT_ID: OPENID_CLIENT.id,
      STX_OIDC_CLIENT_SECRET: OPENID_CLIENT.secret,
      STX_OIDC_NAME: 'University sign-on',
    });
    signIn = exchange.get(ProviderSignIn);
  }, 60_000);
  afterAll(async () => {
    await exchange?.stop();
    await provider?.stop();
  });

  const claims = (more: Partial<ProviderClaims> = {}): ProviderClaims => {
    const email = freshEmail();
    return { sub: `sub-of-${email}`, email, email_verified: true, name: 'Provided Name', ...more };
  };
  const start = async () => {
    const started = await signIn.start({ next: '/en/home?a=1', failedAt: '/en/sign-in' });
    if (!started.ok) throw new Error(started.code);
    return { url: started.url, cookie: cookieHeaderOf(started.setCookie) };
  };
  const pass = async (who: ProviderClaims | null, amr?: string[]) => {
    provider.signsIn(who, amr);
    const { url, cookie } = await start();
    return signIn.finish({ search: await throughProvider(url, RETURN), cookie });
  };
  const access = (reply: { setCookie: string[] }) =>
    exchange.signIn.accessOf({ cookie: cookieHeaderOf(reply.setCookie) }, 'en');
  const facts = (type: string) =>
    exchange.db.query<{ data: object }>('SELECT data FROM fact WHERE type = $1 ORDER BY seq DESC', [type]);

  it('asks with PKCE, state and nonce', async () => {
    expect(signIn.name).toBe('University sign-on');
    const asked = new URL((await start()).url).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: RETURN,
      scope: expect.stringMatching(/openid.*email/),
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)!.length).toBeGreaterThan(20);
  });

  it('opens an account for a new address, and finds it again', async () => {
    const who = claims();
    const first = await pass(who);
    expect(first).toMatchObject({ ok: true, next: '/en/home?a=1', asksFactor: false });
    const { viewer, isConfirmed } = await access(first);
    expect(isConfirmed).toBe(true);
    expect((await access(await pass(who))).viewer.personId).toBe(viewer.personId);
    expect((await exchange.letter(who.email))!.kind).toBe('security-changed');
    expect((await facts('PersonSignedIn'))[0]!.data).toEqual({ provider: 'oidc', secondFactor: false });
    const kept = await exchange.db.query(
      'SELECT access_token, refresh_token, id_token FROM account WHERE person_id = $1',
      [viewer.personId],
    );
    expect(kept).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
  });

  it('opens the account that has the same confirmed address, and tells its owner', async () => {
    const { email, id } = await exchange.person();
    const reply = await pass(claims({ email }));
    expect((await access(reply)).viewer.personId).toBe(id);
    expect((await exchange.letter(email))!.kind).toBe('security-changed');
    expect(await exchange.cookieOf(email)).toContain('session_token');
  });

  it('is refused while either side has not confirmed the address, and leaves nothing', async () => {
    const unconfirmed = freshEmail();
    await exchange.signIn.signUp({ name: 'Early Bird', email: unconfirmed, password: PASSWORD });
    const known = await exchange.person();
    const cases: [ProviderClaims, string][] = [
      [claims({ email: unconfirmed }), 'PROVIDER_NOT_LINKED'],
      [claims({ email: known.email, email_verified: false }), 'PROVIDER_NOT_LINKED'],
      [claims({ email_verified: false }), 'PROVIDER_EMAIL'],
    ];
    for (const [who, code] of cases) {
      expect(await pass(who)).toMatchObject({ ok: false, code, failedAt: '/en/sign-in' });
      expect(
        await exchange.db.query(
          `SELECT 1 FROM account a JOIN person p ON p.id = a.person_id WHERE a.provider_id = 'oidc' AND p.email = $1`,
          [who.email],
        ),
      ).toEqual([]);
    }
    expect(await exchange.db.query('SELECT 1 FROM person WHERE email = $1', [cases[2]![0].email])).toEqual(
      [],
    );
  });

  it('does not stand for a second factor unless the provider says so', async () => {
    const who = claims();
    const first = await access(await pass(who));
    await exchange.admitted(first.viewer.personId!, 'OPERATOR');
    expect(await access(await pass(who))).toMatchObject({ lacksSecondFactor: true, viewer: { roles: [] } });
    expect(await access(await pass(who, ['pwd', 'otp', 'mfa']))).toMatchObject({
      lacksSecondFactor: false,
      viewer: { roles: ['OPERATOR'] },
    });
  });

  it('asks whoever has a second factor here to show it', async () => {
    const { email } = await exchange.person();
    const cookie = await exchange.cookieOf(email);
    const enrolment = await exchange.signIn.enrolSecondFactor(cookie, PASSWORD);
    if (!enrolment.ok) throw new Error(enrolment.code);
    await exchange.signIn.verifySecondFactor({ cookie, code: codeOf(enrolment.totpUri) });
    const who = claims({ email });
    expect(await pass(who)).toMatchObject({ ok: true, asksFactor: true });
    expect(await pass(who, ['mfa'])).toMatchObject({ ok: true, asksFactor: false });
  });

  it('believes no answer that this browser did not ask for, none twice, and none that was refused', async () => {
    provider.signsIn(claims());
    const [mine, other] = [await start(), await start()];
    const search = await throughProvider(mine.url, RETURN);
    for (const cookie of ['', other.cookie])
      expect(await signIn.finish({ search, cookie })).toMatchObject({ ok: false, code: 'PROVIDER_STATE' });
    const fresh = await start();
    const back = await throughProvider(fresh.url, RETURN);
    expect(await signIn.finish({ search: back, cookie: fresh.cookie })).toMatchObject({ ok: true });
    expect(await signIn.finish({ search: back, cookie: fresh.cookie })).toMatchObject({
      ok: false,
      code: 'PROVIDER_STATE',
    });
    expect(await pass(null)).toMatchObject({ ok: false, code: 'PROVIDER_CANCELLED' });
    const forged = await start();
    const state = new URL(forged.url).searchParams.get('state')!;
    const code = createHash('sha256').update('guess').digest('base64url');
    const guessed = `?${new URLSearchParams({ state, code })}`;
    expect(await signIn.finish({ search: guessed, cookie: forged.cookie })).toMatchObject({
      ok: false,
      code: 'PROVIDER_FAILED',
    });
  });
});
