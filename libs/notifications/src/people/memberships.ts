import { Inject, Injectable } from '@nestjs/common';
import type { MembershipGranted } from '@stx/contracts';
import { DomainDatabase, type StoredFact } from '@stx/platform';
import type { Audience } from '../notification/told.js';

/** Who does what for which organization, as identity tells it: whom a letter to an organization reaches. */
@Injectable()
export class Memberships {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  async granted({ subjectId, data }: StoredFact): Promise<void> {
    const { organizationId, role } = data as MembershipGranted;
    await this.db.query('INSERT INTO membership VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      subjectId,
      organizationId,
      role,
    ]);
  }

  async ended({ subjectId, data }: StoredFact): Promise<void> {
    const { organizationId, role } = data as MembershipGranted;
    await this.db.query(
      'DELETE FROM membership WHERE person_id = $1 AND organization_id = $2 AND role = $3',
      [subjectId, organizationId, role],
    );
  }

  /** The people of an audience now, by id. */
  async peopleOf({ personId, organizationId, roles }: Audience): Promise<string[]> {
    if (personId) return [personId];
    const people = await this.db.query<{ id: string }>(
      `SELECT DISTINCT person_id AS id FROM membership
        WHERE role = ANY ($1) AND ($2::uuid IS NULL OR organization_id = $2) ORDER BY person_id`,
      [roles, organizationId],
    );
    return people.map(({ id }) => id);
  }
}
