import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';
import { asPerson } from '../account/as-person.js';
import { AUTH, type Auth } from '../account/auth.js';
import { Clock } from '../clock.js';
import { Attempts, FAILURES_OF_NETWORK, PASSKEY_CHALLENGES_OF_NETWORK } from './attempts.js';
import { answerOf, headersOf, type AuthReply, type Origin } from './auth-call.js';
import { networkOf } from './network-of.js';
import { isAnswer, type WebAuthnResponse } from './web-authn-response.js';
import { Sessions } from './sessions.js';
import { cookieHeaderOf } from './session-cookie.js';

export interface PasskeyAnswer extends Origin {
  /** With the cookie that came with the challenge. */
  cookie: string | null | undefined;
  response: WebAuthnResponse;
}

/** Signs in without a name: the passkey says whose it is, and has verified its user, so no second factor is asked. */
@Injectable()
export class PasskeySignIn {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What the browser gives the authenticator to sign; names no person and no passkey. */
  async challenge(origin: Origin) {
    if (!(await this.attempts.take(PASSKEY_CHALLENGES_OF_NETWORK, networkOf(origin.ip ?? '')))) {
      return { ok: false as const, code: 'TOO_MANY' as const };
    }
    const { response, headers } = await this.auth.api.generatePasskeyAuthenticationOptions({
      headers: headersOf(origin),
      returnHeaders: true,
    });
    return {
      ok: true as const,
      setCookie: headers.getSetCookie(),
      options: { ...response, userVerification: 'required' as const },
    };
  }

  async run({ cookie, response, ...origin }: PasskeyAnswer): Promise<AuthReply<'BAD_PASSKEY' | 'TOO_MANY'>> {
    const network = networkOf(origin.ip ?? '');
    if (await this.attempts.isReached(FAILURES_OF_NETWORK, network)) return { ok: false, code: 'TOO_MANY' };
    const reply = isAnswer(response) ? await this.verify(response, headersOf(origin, cookie)) : null;
    if (reply) return reply;
    await this.attempts.take(FAILURES_OF_NETWORK, network);
    return { ok: false, code: 'BAD_PASSKEY' };
  }

  private verify(
    response: AuthenticationResponseJSON,
    headers: Headers,
  ): Promise<{ ok: true; setCookie: string[] } | null> {
    // a wrong answer is no exception here: that its challenge is used up must be committed
    return this.db.change(async () => {
      const answer = await answerOf(
        this.auth.api.verifyPasskeyAuthentication({
          body: { response },
          headers,
          returnHeaders: true,
        }),
      );
      if ('code' in answer) return null;
      const setCookie = answer.reply.headers.getSetCookie();
      const now = this.clock.now();
      await this.db.query('UPDATE session SET factor_at = $2 WHERE token = $1', [
        this.sessions.tokenOf(cookieHeaderOf(setCookie)),
        now,
      ]);
      const [used] = await this.db.query<{ id: string; personId: string }>(
        `UPDATE passkey SET last_used_at = $2 WHERE credential_id = $1 RETURNING id, person_id AS "personId"`,
        [response.id, now],
      );
      const { id: passkeyId, personId } = used!;
      const data = { secondFactor: true, passkeyId };
      this.db.record({ type: 'PersonSignedIn', subjectId: personId, data, by: asPerson(personId) });
      return { ok: true, setCookie };
    });
  }
}
