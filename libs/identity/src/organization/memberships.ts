import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  newId,
  refuse as refusePlatform,
  requiredText,
  requireRole,
  type Viewer,
} from '@stx/platform';
import { Clock } from '../clock.js';
import { refuse } from '../refusals.js';
import type { Role } from './organization.entity.js';

export interface GrantInput {
  email: string;
  organizationId: string;
  role: Role;
  reason: string;
}

export interface EndInput {
  personId: string;
  organizationId: string;
  role: Role;
  reason: string;
}

export interface MembershipRow {
  organizationId: string;
  roles: Role[];
}

/** Who does what for which organization, and since when: given and taken by operators, and by the exchange itself. */
@Injectable()
export class Memberships {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Memberships that have not ended, those that wait for admission too. */
  async of(personId: string): Promise<MembershipRow[]> {
    return this.db.query<MembershipRow>(
      `SELECT organization_id AS "organizationId", array_agg(role ORDER BY role) AS roles FROM membership
        WHERE person_id = $1 AND (valid_to IS NULL OR valid_to > $2) GROUP BY organization_id ORDER BY min(id::text)`,
      [personId, this.clock.now()],
    );
  }

  /** @throws Refused NOT_FOUND, NO_SUCH_PERSON, ALREADY_MEMBER */
  async grant(
    viewer: Viewer,
    { email, organizationId, role, reason }: GrantInput,
  ): Promise<{ personId: string }> {
    if (!viewer.isSystem) requireRole(viewer, 'OPERATOR');
    const why = requiredText(reason, 'reason', 500);
    return this.db.change(async () => {
      const [organization] = await this.db.query(
        `SELECT 1 FROM organization WHERE id = $1 AND admission = 'ADMITTED'`,
        [organizationId],
      );
      if (!organization) refusePlatform('NOT_FOUND', { field: 'organizationId' });
      const [person] = await this.db.query<{ id: string }>(
        'SELECT id FROM person WHERE email = $1 AND email_verified',
        [email.trim().toLowerCase()],
      );
      if (!person) return refuse('NO_SUCH_PERSON', { field: 'email' });
      const added = await this.db.query(
        `INSERT INTO membership (id, person_id, organization_id, role, valid_from) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [newId(), person.id, organizationId, role, this.clock.now()],
      );
      if (added.length === 0) refuse('ALREADY_MEMBER', { field: 'role' });
      const data = { organizationId, role };
      this.db.record({ type: 'MembershipGranted', subjectId: person.id, data, by: viewer, reason: why });
      return { personId: person.id };
    });
  }

  /** Ends a role at once: the next request of the person is without it. @throws Refused NOT_FOUND */
  async end(viewer: Viewer, { personId, organizationId, role, reason }: EndInput): Promise<void> {
    if (!viewer.isSystem) requireRole(viewer, 'OPERATOR');
    const why = requiredText(reason, 'reason', 500);
    await this.db.change(async () => {
      const ended = await this.db.query(
        `UPDATE membership SET valid_to = greatest($4, valid_from)
          WHERE person_id = $1 AND organization_id = $2 AND role = $3 AND valid_to IS NULL AND valid_from IS NOT NULL
          RETURNING 1`,
        [personId, organizationId, role, this.clock.now()],
      );
      if (ended.length === 0) refusePlatform('NOT_FOUND');
      const data = { organizationId, role };
      this.db.record({ type: 'MembershipEnded', subjectId: personId, data, by: viewer, reason: why });
    });
  }
}
