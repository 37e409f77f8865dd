import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, isId, refuse as refusePlatform } from '@stx/platform';
import { AccountLetters } from '../account/account-letters.js';
import { asPerson } from '../account/as-person.js';
import { AUTH, type Auth } from '../account/auth.js';
import { Clock } from '../clock.js';
import { Attempts, WRONG_FACTORS } from '../sign-in/attempts.js';
import { answerOf, headersOf, type AuthReply, type Origin } from '../sign-in/auth-call.js';
import { Sessions } from '../sign-in/sessions.js';
import { isAnswer, type WebAuthnResponse } from '../sign-in/web-authn-response.js';
import { signedInPerson } from './signed-in-person.js';

type Cookie = string | null | undefined;

export interface PasskeyView {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface NewPasskey extends Origin {
  /** Of the session, and of the challenge. */
  cookie: Cookie;
  name: string;
  response: WebAuthnResponse;
}

const MOST = 20;
const NAME_LENGTH = 60;

/** The passkeys of a person's own account. */
@Injectable()
export class Passkeys {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(AccountLetters) private readonly letters: AccountLetters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Newest first. @throws Refused SIGN_IN_REQUIRED */
  async of(cookie: Cookie): Promise<PasskeyView[]> {
    const { id } = await signedInPerson(this.db, this.sessions, cookie);
    return this.db.query<PasskeyView>(
      `SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt"
         FROM passkey WHERE person_id = $1 ORDER BY created_at DESC, id`,
      [id],
    );
  }

  /**
   * First step of adding one. The password is asked for, so that a session left open cannot be turned into a
   * lasting way in. @throws Refused SIGN_IN_REQUIRED
   */
  async challenge(cookie: Cookie, password: string) {
    const { id } = await signedInPerson(this.db, this.sessions, cookie);
    const no = <Code extends string>(code: Code) => ({ ok: false as const, code });
    if (!(await this.attempts.take(WRONG_FACTORS, id))) return no('LOCKED');
    const headers = headersOf({}, cookie);
    const known = await answerOf(this.auth.api.verifyPassword({ body: { password }, headers }));
    if ('code' in known) return no('BAD_CREDENTIALS');
    await this.attempts.forget(WRONG_FACTORS, id);
    if ((await this.of(cookie)).length >= MOST) return no('TOO_MANY_PASSKEYS');
    const answer = await this.auth.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true });
    return { ok: true as const, setCookie: answer.headers.getSetCookie(), options: answer.response };
  }

  /** Second step. The passkey has just verified its user, so the session holds a fresh factor from now on. */
  async add({
    cookie,
    name,
    response,
    ...origin
  }: NewPasskey): Promise<AuthReply<'PASSKEY_NAME' | 'BAD_PASSKEY'>> {
    const { id, email } = await signedInPerson(this.db, this.sessions, cookie);
    const called = name.trim();
    if (called === '' || called.length > NAME_LENGTH) return { ok: false, code: 'PASSKEY_NAME' };
    if (!isAnswer(response)) return { ok: false, code: 'BAD_PASSKEY' };
    // a wrong answer is no exception here: that its challenge is used up must be committed
    return this.db.change(async () => {
      const answer = await answerOf(
        this.auth.api.verifyPasskeyRegistration({
          body: { response, name: called },
          headers: headersOf(origin, cookie),
        }),
      );
      if ('code' in answer) return { ok: false, code: 'BAD_PASSKEY' };
      await this.db.query('UPDATE session SET factor_at = $2 WHERE token = $1', [
        this.sessions.tokenOf(cookie),
        this.clock.now(),
      ]);
      await this.tell('PasskeyAdded', { id, email }, answer.reply.id);
      return { ok: true, setCookie: [] };
    });
  }

  /** Who has no second factor left has shown none: roles that need one rest. @throws Refused SIGN_IN_REQUIRED, NOT_FOUND */
  async remove(cookie: Cookie, passkeyId: string): Promise<void> {
    const { id, email } = await signedInPerson(this.db, this.sessions, cookie);
    await this.db.change(async () => {
      const removed = isId(passkeyId)
        ? await this.db.query('DELETE FROM passkey WHERE id = $1 AND person_id = $2 RETURNING 1', [
            passkeyId,
            id,
          ])
        : [];
      if (removed.length === 0) refusePlatform('NOT_FOUND');
      await this.db.query(
        `UPDATE session s SET factor_at = NULL FROM person p
          WHERE s.person_id = $1 AND p.id = $1 AND NOT coalesce(p.two_factor_enabled, false)
            AND NOT EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = $1)`,
        [id],
      );
      await this.tell('PasskeyRemoved', { id, email }, passkeyId);
    });
  }

  private async tell(type: string, { id, email }: { id: string; email: string }, passkeyId: string) {
    this.db.record({ type, subjectId: id, data: { passkeyId }, by: asPerson(id) });
    await this.letters.securityChanged(email);
  }
}
