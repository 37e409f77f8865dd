import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import { AccountLetters } from '../account/account-letters.js';
import { asPerson } from '../account/as-person.js';
import { AUTH, type Auth } from '../account/auth.js';
import { Clock } from '../clock.js';
import { answerOf, headersOf, type AuthReply, type Origin } from './auth-call.js';
import { Attempts, FACTOR_USES, WRONG_FACTORS } from './attempts.js';
import { cookieHeaderOf } from './session-cookie.js';
import { Sessions } from './sessions.js';

export interface FactorInput extends Origin {
  /** With the challenge of a sign-in, or with a session that shows its factor again. */
  cookie: string | null | undefined;
  /** Six digits of the authenticator; while signing in also one of the backup codes told at enrolment. */
  code: string;
}

export type FactorReply = AuthReply<'SIGN_IN_REQUIRED' | 'BAD_CODE' | 'LOCKED'>;

export type EnrolReply =
  | { ok: true; setCookie: string[]; totpUri: string; backupCodes: string[] }
  | { ok: false; code: 'SIGN_IN_REQUIRED' | 'BAD_CREDENTIALS' | 'ALREADY_ENROLLED' | 'LOCKED' };

/** Time-based one-time codes (RFC 6238): enrolling one, answering a sign-in's challenge, and freshening a session. */
@Injectable()
export class SecondFactor {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(AccountLetters) private readonly letters: AccountLetters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** First step of enrolling: the secret for the authenticator; it counts once a code of it was verified. */
  async enrol(cookie: string | null | undefined, password: string): Promise<EnrolReply> {
    const { viewer } = await this.sessions.accessOf({ cookie }, 'en');
    if (!viewer.personId) return { ok: false, code: 'SIGN_IN_REQUIRED' };
    if (!(await this.attempts.take(WRONG_FACTORS, viewer.personId))) return { ok: false, code: 'LOCKED' };
    const answer = await answerOf(
      this.auth.api.enableTwoFactor({ body: { password }, headers: headersOf({}, cookie) }),
    );
    if ('code' in answer) {
      return {
        ok: false,
        code: answer.code === 'TOTP_ALREADY_ENABLED' ? 'ALREADY_ENROLLED' : 'BAD_CREDENTIALS',
      };
    }
    await this.attempts.forget(WRONG_FACTORS, viewer.personId);
    const { totpURI, backupCodes } = answer.reply as { totpURI: string; backupCodes: string[] };
    return { ok: true, setCookie: [], totpUri: totpURI, backupCodes };
  }

  /** Verifies a code; the session (new, or the one shown) then holds a fresh factor. Each code is good for one use. */
  async verify({ cookie, code, ...origin }: FactorInput): Promise<FactorReply> {
    const { viewer } = await this.sessions.accessOf({ cookie }, 'en');
    const known = viewer.personId;
    if (known && !(await this.attempts.take(WRONG_FACTORS, known))) return { ok: false, code: 'LOCKED' };
    const body = { code: code.replaceAll(/\s/g, '') };
    const headers = headersOf(origin, cookie);
    // a wrong code is no exception here: what better-auth counts of it must be committed
    const reply = await this.db.change(async (): Promise<FactorReply> => {
      const isBackup = !known && !/^\d{6}$/.test(body.code);
      const { verifyTOTP, verifyBackupCode } = this.auth.api;
      const answer = await answerOf(
        isBackup
          ? verifyBackupCode({ body, headers, returnHeaders: true })
          : verifyTOTP({ body, headers, returnHeaders: true }),
      );
      if ('code' in answer) return { ok: false, code: failureOf(answer.code) };
      const setCookie = answer.reply.headers.getSetCookie();
      const token = this.sessions.tokenOf(cookieHeaderOf(setCookie)) ?? answer.reply.response.token;
      const { id: personId, email } = answer.reply.response.user;
      if (!(await this.attempts.take(FACTOR_USES, `${personId}:${body.code}`))) {
        if (!known) await this.db.query('DELETE FROM session WHERE token = $1', [token]);
        return { ok: false, code: 'BAD_CODE' };
      }
      await this.db.query('UPDATE session SET factor_at = $2 WHERE token = $1', [token, this.clock.now()]);
      await this.recordFactor(personId, email, known !== null, setCookie.length > 0);
      return { ok: true, setCookie };
    });
    if (reply.ok && known) await this.attempts.forget(WRONG_FACTORS, known);
    return reply;
  }

  /** A session that was exchanged for another has just enrolled; one that came from nothing has just signed in. */
  private async recordFactor(
    personId: string,
    email: string,
    hadSession: boolean,
    isNewSession: boolean,
  ): Promise<void> {
    const isEnrolment = hadSession && isNewSession;
    const type = isEnrolment ? 'SecondFactorEnrolled' : hadSession ? 'SecondFactorShown' : 'PersonSignedIn';
    this.db.record({ type, subjectId: personId, data: { secondFactor: true }, by: asPerson(personId) });
    if (isEnrolment) await this.letters.securityChanged(email);
  }
}

function failureOf(code: string): 'SIGN_IN_REQUIRED' | 'BAD_CODE' | 'LOCKED' {
  if (code === 'INVALID_TWO_FACTOR_COOKIE') return 'SIGN_IN_REQUIRED';
  return code === 'ACCOUNT_TEMPORARILY_LOCKED' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'
    ? 'LOCKED'
    : 'BAD_CODE';
}
