import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type OidcProvider from 'oidc-provider';

export interface ProviderClaims {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

export interface OpenIdProvider {
  issuer: string;
  /** Who sits at the provider, and what the provider asked of that person; null refuses. */
  signsIn(claims: ProviderClaims | null, amr?: string[]): void;
  stop(): Promise<void>;
}

export const OPENID_CLIENT = { id: 'stx', secret: 'a-secret-of-the-spec-that-is-long' };

/** A real OpenID Connect provider on loopback; whoever was named last is signed in without a form. */
export async function startOpenIdProvider(returnUrl: string): Promise<OpenIdProvider> {
  const { default: Provider } = await import('oidc-provider'); // only where it is used: it is large
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let who: { claims: ProviderClaims; amr: string[] } | null = null;
  const people = new Map<string, ProviderClaims>();
  const provider: OidcProvider = new Provider(issuer, {
    clients: [
      {
        client_id: OPENID_CLIENT.id,
        client_secret: OPENID_CLIENT.secret,
        redirect_uris: [returnUrl],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['spec'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: async () => ({ ...people.get(sub)! }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.account!.accountId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url!.startsWith('/interaction/')) return void answer(request, response);
    const result = who
      ? { login: { accountId: who.claims.sub, amr: who.amr } }
      : { error: 'access_denied', error_description: 'not today' };
    void provider.interactionFinished(request, response, result);
  });
  return {
    issuer,
    signsIn: (claims, amr = ['pwd']) => {
      who = claims && { claims, amr };
      if (claims) people.set(claims.sub, claims);
    },
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

/** Follows a browser through the provider's own pages until it leaves for `returnUrl`; what it carries back. */
export async function throughProvider(url: string, returnUrl: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let to = url; ;) {
    if (to.startsWith(returnUrl)) return new URL(to).search;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(to, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location)
      throw new Error(`the provider stopped at ${to}: ${response.status} ${await response.text()}`);
    to = new URL(location, to).href;
  }
}
