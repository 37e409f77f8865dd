import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import { AUTH, PASSWORD_LENGTH, type Auth } from '../account/auth.js';
import { answerOf, type AuthReply } from './auth-call.js';
import { Attempts, LETTERS_TO_ADDRESS } from './attempts.js';

/** A forgotten password: a letter with a link for one use, then the new password; every session ends. */
@Injectable()
export class RecoverPassword {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Attempts) private readonly attempts: Attempts,
  ) {}

  /** The answer never tells whether there is an account. */
  async request(address: string): Promise<AuthReply<never>> {
    const email = address.trim().toLowerCase();
    if (await this.attempts.take(LETTERS_TO_ADDRESS, email)) {
      await this.db.change(() => answerOf(this.auth.api.requestPasswordReset({ body: { email } })));
    }
    return { ok: true, setCookie: [] };
  }

  async finish(token: string, newPassword: string): Promise<AuthReply<'BAD_TOKEN' | 'PASSWORD_LENGTH'>> {
    if (newPassword.length < PASSWORD_LENGTH.min || newPassword.length > PASSWORD_LENGTH.max) {
      return { ok: false, code: 'PASSWORD_LENGTH' };
    }
    const answer = await answerOf(
      this.db.change(() => this.auth.api.resetPassword({ body: { token, newPassword } })),
    );
    return 'code' in answer ? { ok: false, code: 'BAD_TOKEN' } : { ok: true, setCookie: [] };
  }
}
