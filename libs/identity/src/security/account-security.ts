import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, isId, refuse as refusePlatform } from '@stx/platform';
import { AccountLetters } from '../account/account-letters.js';
import { asPerson } from '../account/as-person.js';
import { AUTH, type Auth } from '../account/auth.js';
import { answerOf, headersOf, type AuthReply } from '../sign-in/auth-call.js';
import { Attempts, WRONG_FACTORS } from '../sign-in/attempts.js';
import { Sessions } from '../sign-in/sessions.js';
import { signedInPerson } from './signed-in-person.js';

type Cookie = string | null | undefined;

export interface SessionView {
  id: string;
  isCurrent: boolean;
  createdAt: Date;
  seenAt: Date;
  userAgent: string | null;
  address: string | null;
}

export interface SecurityView {
  hasSecondFactor: boolean;
  /** Newest first. */
  sessions: SessionView[];
}

export type BackupCodesReply =
  { ok: true; backupCodes: string[] } | { ok: false; code: 'BAD_CREDENTIALS' | 'LOCKED' };

/** What a person sees and ends of the person's own account: factors and sessions. */
@Injectable()
export class AccountSecurity {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(AccountLetters) private readonly letters: AccountLetters,
  ) {}

  /** @throws Refused SIGN_IN_REQUIRED */
  async of(cookie: Cookie): Promise<SecurityView> {
    const { id } = await signedInPerson(this.db, this.sessions, cookie);
    const [person] = await this.db.query<{ hasSecondFactor: boolean }>(
      'SELECT coalesce(two_factor_enabled, false) AS "hasSecondFactor" FROM person WHERE id = $1',
      [id],
    );
    const sessions = await this.db.query<SessionView>(
      `SELECT id, token = $2 AS "isCurrent", created_at AS "createdAt", seen_at AS "seenAt",
              user_agent AS "userAgent", ip_address AS address
         FROM session WHERE person_id = $1 AND expires_at > now() ORDER BY seen_at DESC, id`,
      [id, this.sessions.tokenOf(cookie)],
    );
    return { hasSecondFactor: person!.hasSecondFactor, sessions };
  }

  /** Ends one session of the person. @throws Refused SIGN_IN_REQUIRED, NOT_FOUND */
  async endSession(cookie: Cookie, sessionId: string): Promise<void> {
    const { id, email } = await signedInPerson(this.db, this.sessions, cookie);
    await this.db.change(async () => {
      const ended = isId(sessionId)
        ? await this.db.query('DELETE FROM session WHERE id = $1 AND person_id = $2 RETURNING 1', [
            sessionId,
            id,
          ])
        : [];
      if (ended.length === 0) refusePlatform('NOT_FOUND');
      this.db.record({ type: 'SessionEnded', subjectId: id, data: { sessionId }, by: asPerson(id) });
      await this.letters.securityChanged(email);
    });
  }

  /** New backup codes for those that were used up or seen by others; the old ones count no longer. */
  async renewBackupCodes(cookie: Cookie, password: string): Promise<BackupCodesReply> {
    const { id, email } = await signedInPerson(this.db, this.sessions, cookie);
    if (!(await this.attempts.take(WRONG_FACTORS, id))) return { ok: false, code: 'LOCKED' };
    const answer = await this.db.change(async () => {
      const made = await answerOf(
        this.auth.api.generateBackupCodes({ body: { password }, headers: headersOf({}, cookie) }),
      );
      if ('code' in made) return null;
      this.db.record({ type: 'BackupCodesRenewed', subjectId: id, data: {}, by: asPerson(id) });
      await this.letters.securityChanged(email);
      return made.reply;
    });
    if (!answer) return { ok: false, code: 'BAD_CREDENTIALS' };
    await this.attempts.forget(WRONG_FACTORS, id);
    return { ok: true, backupCodes: answer.backupCodes };
  }

  /** Turns the second factor off; roles that need one rest from then on. */
  async dropSecondFactor(
    cookie: Cookie,
    password: string,
  ): Promise<AuthReply<'SIGN_IN_REQUIRED' | 'BAD_CREDENTIALS' | 'LOCKED'>> {
    const { id, email } = await signedInPerson(this.db, this.sessions, cookie);
    if (!(await this.attempts.take(WRONG_FACTORS, id))) return { ok: false, code: 'LOCKED' };
    return this.db.change(async () => {
      const answer = await answerOf(
        this.auth.api.disableTwoFactor({
          body: { password },
          headers: headersOf({}, cookie),
          returnHeaders: true,
        }),
      );
      if ('code' in answer) return { ok: false, code: 'BAD_CREDENTIALS' };
      const setCookie = answer.reply.headers.getSetCookie();
      await this.db.query('UPDATE session SET factor_at = NULL WHERE person_id = $1', [id]);
      this.db.record({ type: 'SecondFactorDropped', subjectId: id, data: {}, by: asPerson(id) });
      await this.letters.securityChanged(email);
      await this.attempts.forget(WRONG_FACTORS, id);
      return { ok: true, setCookie };
    });
  }
}
