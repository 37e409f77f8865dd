import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import { AccountLetters } from '../account/account-letters.js';
import { asPerson } from '../account/as-person.js';
import { Clock } from '../clock.js';
import { PROVIDER_ID, saysManyFactors } from './oidc.js';

interface LinkedRow {
  personId: string;
  email: string;
  idToken: string | null;
  isNew: boolean;
  hasFactor: boolean;
}

/** Somebody has just come in from the provider: what that means for the session, the account and the journal. */
@Injectable()
export class ProviderArrival {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(AccountLetters) private readonly letters: AccountLetters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Takes over what the ID token says of factors, and keeps none of the provider's tokens.
   * @returns whether the person still has to show a second factor of the account here
   */
  run(token: string, answered: Date): Promise<boolean> {
    return this.db.change(() => this.arrive(token, answered));
  }

  private async arrive(token: string, answered: Date): Promise<boolean> {
    const [linked] = await this.db.query<LinkedRow>(
      `SELECT p.id AS "personId", p.email, a.id_token AS "idToken", a.created_at >= $3 AS "isNew",
              coalesce(p.two_factor_enabled, false) AS "hasFactor"
         FROM session s JOIN person p ON p.id = s.person_id
         JOIN account a ON a.person_id = p.id AND a.provider_id = $2 WHERE s.token = $1
        ORDER BY a.updated_at DESC LIMIT 1`,
      [token, PROVIDER_ID, answered],
    );
    const { personId, email, idToken, isNew, hasFactor } = linked!;
    const secondFactor = saysManyFactors(idToken);
    if (secondFactor)
      await this.db.query('UPDATE session SET factor_at = $2 WHERE token = $1', [token, this.clock.now()]);
    await this.db.query(
      `UPDATE account SET id_token = NULL, access_token = NULL, refresh_token = NULL
        WHERE person_id = $1 AND provider_id = $2`,
      [personId, PROVIDER_ID],
    );
    const fact = { subjectId: personId, by: asPerson(personId) };
    this.db.record({ ...fact, type: 'PersonSignedIn', data: { provider: PROVIDER_ID, secondFactor } });
    if (isNew) {
      this.db.record({ ...fact, type: 'ProviderLinked', data: { provider: PROVIDER_ID } });
      await this.letters.securityChanged(email);
    }
    return hasFactor && !secondFactor;
  }
}
