import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import { z } from 'zod';
import { AUTH, PASSWORD_LENGTH, type Auth } from '../account/auth.js';
import { answerOf, headersOf, type AuthReply, type Origin } from './auth-call.js';
import { Attempts, LETTERS_TO_ADDRESS, SIGN_UPS_OF_NETWORK } from './attempts.js';
import { networkOf } from './network-of.js';

export interface SignUpInput extends Origin {
  name: string;
  email: string;
  password: string;
}

export type SignUpReply = AuthReply<'NAME_REQUIRED' | 'BAD_EMAIL' | 'PASSWORD_LENGTH' | 'TOO_MANY'>;

const EMAIL = z.email().max(254);
const isName = (name: string) =>
  name !== '' && name.length <= 100 && name.isWellFormed() && !/\p{Cc}/u.test(name);

/** Opens an account. A known address gets the same answer; only its owner learns more, by mail. */
@Injectable()
export class SignUp {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Attempts) private readonly attempts: Attempts,
  ) {}

  async run({ name: given, email: address, password, ...origin }: SignUpInput): Promise<SignUpReply> {
    const name = given.trim();
    const email = address.trim().toLowerCase();
    if (!isName(name)) return { ok: false, code: 'NAME_REQUIRED' };
    if (!EMAIL.safeParse(email).success) return { ok: false, code: 'BAD_EMAIL' };
    if (password.length < PASSWORD_LENGTH.min || password.length > PASSWORD_LENGTH.max) {
      return { ok: false, code: 'PASSWORD_LENGTH' };
    }
    const isWithinLimit = await this.attempts.take(SIGN_UPS_OF_NETWORK, networkOf(origin.ip ?? ''));
    if (!isWithinLimit) return { ok: false, code: 'TOO_MANY' };
    // silently: a refusal would tell that somebody else tried this address
    if (!(await this.attempts.take(LETTERS_TO_ADDRESS, email))) return { ok: true, setCookie: [] };
    const body = { name, email, password };
    const answer = await answerOf(
      this.db.change(() => this.auth.api.signUpEmail({ body, headers: headersOf(origin) })),
    );
    // lost a race for the address: the winner's account stands and its letter is on the way
    if ('code' in answer && answer.code !== 'FAILED_TO_CREATE_USER')
      throw new Error(`sign-up failed: ${answer.code}`);
    return { ok: true, setCookie: [] };
  }

  /** The link of the letter was opened. */
  async confirmEmail(token: string): Promise<AuthReply<'BAD_TOKEN'>> {
    const answer = await this.db.change(() => answerOf(this.auth.api.verifyEmail({ query: { token } })));
    return 'code' in answer ? { ok: false, code: 'BAD_TOKEN' } : { ok: true, setCookie: [] };
  }

  /** Sends the letter again; the answer never tells whether there is an account. */
  async confirmAgain(email: string): Promise<AuthReply<never>> {
    if (await this.attempts.take(LETTERS_TO_ADDRESS, email.trim().toLowerCase())) {
      await this.db.change(() => answerOf(this.auth.api.sendVerificationEmail({ body: { email } })));
    }
    return { ok: true, setCookie: [] };
  }
}
