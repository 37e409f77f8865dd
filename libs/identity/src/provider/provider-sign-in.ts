import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM_OPTIONS, type PlatformOptions } from '@stx/platform';
import { AUTH, type Auth } from '../account/auth.js';
import { publicUrlOf } from '../account/installation.js';
import { answerOf, headersOf, type Origin } from '../sign-in/auth-call.js';
import { Attempts, PROVIDER_STARTS_OF_NETWORK } from '../sign-in/attempts.js';
import { networkOf } from '../sign-in/network-of.js';
import { cookieHeaderOf } from '../sign-in/session-cookie.js';
import { Sessions } from '../sign-in/sessions.js';
import { PROVIDER_ID, providerNameOf } from './oidc.js';
import { ProviderArrival } from './provider-arrival.js';

export type StartReply =
  { ok: true; url: string; setCookie: string[] } | { ok: false; code: 'TOO_MANY' | 'PROVIDER_FAILED' };

export type ProviderReply =
  /** `asksFactor`: the person has a second factor and the provider did not ask for one. */
  | { ok: true; next: string; setCookie: string[]; asksFactor: boolean }
  | { ok: false; code: ProviderFailure; failedAt: string; setCookie: string[] };

type ProviderFailure =
  'PROVIDER_CANCELLED' | 'PROVIDER_EMAIL' | 'PROVIDER_NOT_LINKED' | 'PROVIDER_STATE' | 'PROVIDER_FAILED';

const FAILURES: Record<string, ProviderFailure> = {
  access_denied: 'PROVIDER_CANCELLED',
  account_not_linked: 'PROVIDER_NOT_LINKED',
  email_not_found: 'PROVIDER_EMAIL',
  email_not_verified: 'PROVIDER_EMAIL',
  state_mismatch: 'PROVIDER_STATE',
  state_not_found: 'PROVIDER_STATE',
};

/** Signing in at the OpenID Connect provider of this installation. */
@Injectable()
export class ProviderSignIn {
  readonly name: string | null;
  private readonly site: string;

  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(ProviderArrival) private readonly arrival: ProviderArrival,
    @Inject(PLATFORM_OPTIONS) { config }: PlatformOptions,
  ) {
    this.name = providerNameOf(config);
    this.site = publicUrlOf(config);
  }

  /** @param failedAt our page that tells why it did not work */
  async start({
    next,
    failedAt,
    ...origin
  }: Origin & { next: string; failedAt: string }): Promise<StartReply> {
    if (!this.name) return { ok: false, code: 'PROVIDER_FAILED' };
    if (!(await this.attempts.take(PROVIDER_STARTS_OF_NETWORK, networkOf(origin.ip ?? ''))))
      return { ok: false, code: 'TOO_MANY' };
    const body = { provider: PROVIDER_ID, callbackURL: next, errorCallbackURL: failedAt };
    const answer = await answerOf(
      this.auth.api.signInSocial({ body, headers: headersOf(origin), returnHeaders: true }),
    );
    if ('code' in answer || !answer.reply.response.url) return { ok: false, code: 'PROVIDER_FAILED' };
    return { ok: true, url: answer.reply.response.url, setCookie: answer.reply.headers.getSetCookie() };
  }

  /** The provider sent the person back; `search` is what it added to our address. */
  async finish({
    search,
    cookie,
    ...origin
  }: Origin & { search: string; cookie: string }): Promise<ProviderReply> {
    const answered = new Date();
    // outside a change: it asks the provider, and the network must not hold a transaction
    const response = await this.auth.api.callbackOAuth({
      method: 'GET',
      params: { id: PROVIDER_ID },
      query: Object.fromEntries(new URLSearchParams(search)),
      headers: headersOf(origin, cookie),
      asResponse: true,
    });
    const setCookie = response.headers.getSetCookie();
    const token = this.sessions.tokenOf(cookieHeaderOf(setCookie));
    const to = new URL(response.headers.get('location') ?? '/sign-in', this.site);
    if (!token) {
      const failedAt = to.pathname.endsWith('/sign-in') ? to.pathname : '/sign-in';
      const code = FAILURES[to.searchParams.get('error') ?? ''] ?? 'PROVIDER_FAILED';
      return { ok: false, code, failedAt, setCookie };
    }
    const asksFactor = await this.arrival.run(token, answered);
    return { ok: true, next: to.pathname + to.search, setCookie, asksFactor };
  }
}
