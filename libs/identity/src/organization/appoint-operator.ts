import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, newId, nextRefs, requireSystem, type Viewer } from '@stx/platform';
import { Clock } from '../clock.js';
import { refuse } from '../refusals.js';
import { isCreditCode } from './credit-code.js';
import { Memberships } from './memberships.js';
import { Organizations } from './organizations.service.js';
import { OrganizationEntity, type OrganizationKind } from './organization.entity.js';

export interface OperatingOrganization {
  kind: OrganizationKind;
  nameZh: string;
  nameEn: string | null;
  creditCode: string;
  regionCode: string | null;
}

/** Gives a new installation its operating organization and an operator: somebody has to admit the first applicant. */
@Injectable()
export class AppointOperator {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Organizations) private readonly organizations: Organizations,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * For the command line of this machine: whoever may use it vouches for the address, as an installation without mail has
   * no other way. @throws Refused NO_SUCH_PERSON, ALREADY_MEMBER, CREDIT_CODE_CHECK_DIGIT
   */
  async run(
    viewer: Viewer,
    email: string,
    operating: OperatingOrganization,
    reason: string,
  ): Promise<{ personId: string }> {
    requireSystem(viewer);
    return this.db.change(async () => {
      await this.confirm(viewer, email, reason);
      const organizationId =
        (await this.organizations.byCode(operating.creditCode))?.id ?? (await this.found(viewer, operating));
      return this.memberships.grant(viewer, {
        email,
        organizationId,
        role: 'OPERATOR',
        reason,
      });
    });
  }

  private async confirm(by: Viewer, email: string, reason: string): Promise<void> {
    const [person] = await this.db.query<{ id: string }>(
      'UPDATE person SET email_verified = true WHERE email = $1 AND NOT email_verified RETURNING id',
      [email.trim().toLowerCase()],
    );
    if (person) this.db.record({ type: 'EmailConfirmed', subjectId: person.id, data: {}, by, reason });
  }

  private async found(viewer: Viewer, operating: OperatingOrganization): Promise<string> {
    if (!isCreditCode(operating.creditCode)) refuse('CREDIT_CODE_CHECK_DIGIT', { field: 'creditCode' });
    const [id, now] = [newId(), this.clock.now()];
    const ref = (await nextRefs(this.db, 'O'))[0]!;
    await this.db.repository(OrganizationEntity).insert({
      ...operating,
      id,
      ref,
      admission: 'ADMITTED',
      submittedAt: now,
      decidedAt: now,
      isDemonstration: false,
    });
    const { kind, regionCode } = operating;
    this.db.record({
      type: 'OrganizationAdmitted',
      subjectId: id,
      data: { ref, kind, regionCode },
      by: viewer,
    });
    return id;
  }
}
