import { Inject, Injectable } from '@nestjs/common';
import type { AdmissionApplied, MailFailed, MembershipGranted, OrganizationAdmitted } from '@stx/contracts';
import { DomainDatabase, type StoredFact } from '@stx/platform';
import { Memberships } from '../people/memberships.js';
import type { Told } from '../notification/told.js';
import { nothing, operators, type Cause } from './cause.js';

/** Admission, roles, and mails that nobody got. */
@Injectable()
export class IdentityCause implements Cause {
  readonly source = 'identity';
  readonly effects = {
    AdmissionApplied: (fact: StoredFact) => this.applied(fact),
    OrganizationAdmitted: (fact: StoredFact) => this.decided(fact, 'ORGANIZATION_ADMITTED'),
    OrganizationRefused: (fact: StoredFact) => this.decided(fact, 'ORGANIZATION_REFUSED'),
    MembershipGranted: async (fact: StoredFact) => {
      await this.memberships.granted(fact);
      return this.roleChanged(fact, 'ROLE_GRANTED');
    },
    MembershipEnded: async (fact: StoredFact) => {
      await this.memberships.ended(fact);
      return this.roleChanged(fact, 'ROLE_ENDED');
    },
    MailFailed: (fact: StoredFact) => this.mailFailed(fact),
  };

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Memberships) private readonly memberships: Memberships,
  ) {}

  private applied({ subjectId, data }: StoredFact): Told[] {
    const { ref } = data as AdmissionApplied;
    const about = { key: subjectId, ref };
    return [{ kind: 'ADMISSION_WAITING', audience: operators, about, path: '/o/admissions' }];
  }

  /** To the person who applied; the demonstration and a new installation admit without an application. */
  private async decided(
    { subjectId, data, reason }: StoredFact,
    kind: 'ORGANIZATION_ADMITTED' | 'ORGANIZATION_REFUSED',
  ): Promise<Told[]> {
    const [application] = await this.db.factsAbout('identity', subjectId, ['AdmissionApplied']);
    const personId = application?.actorId;
    if (!personId) return nothing;
    const about = { key: subjectId, ref: (data as OrganizationAdmitted).ref };
    const path = kind === 'ORGANIZATION_ADMITTED' ? '/home' : '/join';
    return [{ kind, audience: { personId }, about, path, data: { reason } }];
  }

  /** A role that comes with an admission has no reason of its own, and the admission tells of it. */
  private async roleChanged(
    { subjectId: personId, data, reason }: StoredFact,
    kind: 'ROLE_GRANTED' | 'ROLE_ENDED',
  ): Promise<Told[]> {
    if (!reason) return nothing;
    const { organizationId, role } = data as MembershipGranted;
    const [admitted] = await this.db.factsAbout('identity', organizationId, ['OrganizationAdmitted']);
    const about = {
      key: organizationId,
      ref: (admitted?.data as OrganizationAdmitted | undefined)?.ref ?? null,
    };
    return [{ kind, audience: { personId }, about, path: '/home', data: { reason, name: role } }];
  }

  private mailFailed({ subjectId, data }: StoredFact): Told[] {
    const { kind, isMandatory } = data as MailFailed;
    if (!isMandatory) return nothing;
    const about = { key: subjectId, ref: null };
    return [{ kind: 'MAIL_FAILED', audience: operators, about, path: '/o/outbox', data: { name: kind } }];
  }
}
