import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  once,
  refuse as refusePlatform,
  requireRole,
  requiredText,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import type { OrganizationAdmitted } from '@stx/contracts';
import { Clock } from '../clock.js';
import { refuse } from '../refusals.js';
import { OrganizationEntity } from './organization.entity.js';

export interface DecideAdmissionInput {
  requestId: string;
  organizationId: string;
  admit: boolean;
  reason: string;
}

/** An operator admits or refuses an organization, with a reason; admission makes its memberships valid. */
@Injectable()
export class DecideAdmission {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns `{ id }` of the organization, or the refusal */
  async run(viewer: Viewer, input: DecideAdmissionInput): Promise<Reply | StoredRefusal> {
    const operator = requireRole(viewer, 'OPERATOR');
    return once(
      this.db,
      operator,
      { operation: 'decideAdmission', requestId: input.requestId, input },
      async () => {
        const reason = requiredText(input.reason, 'reason', 500);
        const organization = await this.waiting(input.organizationId, operator.personId);
        const now = this.clock.now();
        if (input.admit) await this.checkRival(organization);
        await this.db.repository(OrganizationEntity).update(organization.id, {
          admission: input.admit ? 'ADMITTED' : 'REFUSED',
          decidedAt: now,
        });
        if (input.admit) await this.admitPeople(organization.id, now, viewer);
        const { ref, kind, regionCode } = organization;
        this.db.record({
          type: input.admit ? 'OrganizationAdmitted' : 'OrganizationRefused',
          subjectId: organization.id,
          data: { ref, kind, regionCode } satisfies OrganizationAdmitted,
          by: viewer,
          reason,
        });
        return { id: organization.id };
      },
    );
  }

  /** The application, locked until the decision is stored. @throws Refused */
  private async waiting(id: string, operatorId: string): Promise<OrganizationEntity> {
    const organization = isId(id)
      ? await this.db
          .repository(OrganizationEntity)
          .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!organization) return refusePlatform('NOT_FOUND', { field: 'organizationId' });
    if (organization.admission !== 'SUBMITTED') refuse('ADMISSION_DECIDED', { field: 'organizationId' });
    const own = await this.db.query(
      'SELECT 1 FROM membership WHERE organization_id = $1 AND person_id = $2',
      [id, operatorId],
    );
    if (own.length > 0) refuse('OWN_APPLICATION', { field: 'organizationId' });
    return organization;
  }

  /** Two may apply with one credit code; only one can be it. */
  private async checkRival({ creditCode }: OrganizationEntity): Promise<void> {
    const rival = await this.db
      .repository(OrganizationEntity)
      .existsBy({ creditCode, admission: 'ADMITTED' });
    if (rival) refuse('CREDIT_CODE_TAKEN', { field: 'organizationId' });
  }

  private async admitPeople(id: string, now: Date, viewer: Viewer): Promise<void> {
    const people = await this.db.query<{ person_id: string; role: string }>(
      'UPDATE membership SET valid_from = $2 WHERE organization_id = $1 AND valid_from IS NULL RETURNING person_id, role',
      [id, now],
    );
    for (const { person_id: personId, role } of people) {
      this.db.record({
        type: 'MembershipGranted',
        subjectId: personId,
        data: { organizationId: id, role },
        by: viewer,
      });
    }
  }
}
