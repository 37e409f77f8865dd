import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import { AUTH, type Auth } from '../account/auth.js';
import { answerOf, headersOf, type Origin } from './auth-call.js';
import { asPerson } from '../account/as-person.js';
import { Attempts, FAILURES_OF_NETWORK, WRONG_PASSWORDS } from './attempts.js';
import { networkOf } from './network-of.js';

export type SignInReply =
  | { ok: true; setCookie: string[] }
  | { ok: false; code: 'BAD_CREDENTIALS' | 'LOCKED' | 'TOO_MANY' }
  /** The password was right; `setCookie` carries the challenge that `verifySecondFactor` answers. */
  | { ok: false; code: 'SECOND_FACTOR_REQUIRED'; setCookie: string[] };

export interface SignInInput extends Origin {
  email: string;
  password: string;
}

/** Address and password; every answer, and its time, is the same for known and unknown addresses (S32). */
@Injectable()
export class PasswordSignIn {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Attempts) private readonly attempts: Attempts,
  ) {}

  async run({ email, password, ...origin }: SignInInput): Promise<SignInReply> {
    const account = email.trim().toLowerCase();
    const network = networkOf(origin.ip ?? '');
    if (await this.attempts.isReached(FAILURES_OF_NETWORK, network)) return { ok: false, code: 'TOO_MANY' };
    if (!(await this.attempts.take(WRONG_PASSWORDS, account))) return { ok: false, code: 'LOCKED' };

    // outside a change: hashing must not hold a connection, and a session whose cookie is never sent is nobody's
    const answer = await answerOf(
      this.auth.api.signInEmail({
        body: { email: account, password },
        headers: headersOf(origin),
        returnHeaders: true,
      }),
    );
    if ('code' in answer) {
      await this.attempts.take(FAILURES_OF_NETWORK, network);
      return { ok: false, code: 'BAD_CREDENTIALS' };
    }
    await this.attempts.forget(WRONG_PASSWORDS, account);
    const setCookie = answer.reply.headers.getSetCookie();
    const { response } = answer.reply;
    if (!('user' in response)) return { ok: false, code: 'SECOND_FACTOR_REQUIRED', setCookie };
    const personId = response.user.id;
    await this.db.change(async () => {
      this.db.record({ type: 'PersonSignedIn', subjectId: personId, data: {}, by: asPerson(personId) });
    });
    return { ok: true, setCookie };
  }
}
