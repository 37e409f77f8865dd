import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, isId } from '@stx/platform';
import { AccountLetters } from '../account/account-letters.js';
import { asPerson } from '../account/as-person.js';
import { AUTH, type Auth } from '../account/auth.js';
import { Clock } from '../clock.js';
import { headersOf, type AuthReply } from './auth-call.js';
import { Sessions } from './sessions.js';

type Cookie = string | null | undefined;

/** What a person does with a running session: choose the organization it acts for, and end it. */
@Injectable()
export class SessionActs {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AccountLetters) private readonly letters: AccountLetters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A foreign organization and an unknown one get the same answer (S21). */
  async actFor(
    cookie: Cookie,
    organizationId: string,
  ): Promise<AuthReply<'SIGN_IN_REQUIRED' | 'NOT_A_MEMBER'>> {
    const personId = await this.personOf(cookie);
    if (!personId) return { ok: false, code: 'SIGN_IN_REQUIRED' };
    return this.db.change(async () => {
      if (!isId(organizationId) || !(await this.isMember(personId, organizationId))) {
        return { ok: false, code: 'NOT_A_MEMBER' };
      }
      const token = this.sessions.tokenOf(cookie);
      await this.db.query('UPDATE session SET organization_id = $2 WHERE token = $1', [
        token,
        organizationId,
      ]);
      const data = { organizationId };
      this.db.record({ type: 'ActingOrganizationChosen', subjectId: personId, data, by: asPerson(personId) });
      return { ok: true, setCookie: [] };
    });
  }

  /** Ends the session at once: there is no cache that could remember it. */
  async signOut(cookie: Cookie): Promise<{ ok: true; setCookie: string[] }> {
    return this.end(cookie, 'DELETE FROM session WHERE token = $1');
  }

  /** Ends every session of the person, this one too. */
  async signOutEverywhere(cookie: Cookie): Promise<{ ok: true; setCookie: string[] }> {
    return this.end(
      cookie,
      'DELETE FROM session WHERE person_id = (SELECT person_id FROM session WHERE token = $1)',
      (personId) => this.letters.securityChangedOf(personId),
    );
  }

  private async end(
    cookie: Cookie,
    deletion: string,
    tell: (personId: string) => Promise<void> = async () => undefined,
  ): Promise<{ ok: true; setCookie: string[] }> {
    const personId = await this.personOf(cookie);
    return this.db.change(async () => {
      if (personId) {
        await this.db.query(deletion, [this.sessions.tokenOf(cookie)]);
        this.db.record({ type: 'PersonSignedOut', subjectId: personId, data: {}, by: asPerson(personId) });
        await tell(personId);
      }
      const { headers } = await this.auth.api.signOut({
        headers: headersOf({}, cookie),
        returnHeaders: true,
      });
      return { ok: true, setCookie: headers.getSetCookie() };
    });
  }

  private async personOf(cookie: Cookie): Promise<string | null> {
    return (await this.sessions.accessOf({ cookie }, 'en')).viewer.personId;
  }

  private async isMember(personId: string, organizationId: string): Promise<boolean> {
    const rows = await this.db.query(
      `SELECT 1 FROM membership m JOIN organization o ON o.id = m.organization_id AND o.admission = 'ADMITTED'
        WHERE m.person_id = $1 AND m.organization_id = $2 AND m.valid_from <= $3 AND (m.valid_to IS NULL OR m.valid_to > $3)`,
      [personId, organizationId, this.clock.now()],
    );
    return rows.length > 0;
  }
}
