import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  newId,
  nextRefs,
  PLATFORM_OPTIONS,
  systemViewer,
  type PlatformOptions,
} from '@stx/platform';
import type { OrganizationAdmitted } from '@stx/contracts';
import { hashPassword } from '../account/password-hash.js';
import { OrganizationEntity, type OrganizationKind, type Role } from '../organization/organization.entity.js';
import { refuse } from '../refusals.js';

export interface DemoOrganization {
  key: string;
  kind: OrganizationKind;
  nameZh: string;
  nameEn: string;
  creditCode: string;
  regionCode: string;
  descriptionZh?: string | null;
  descriptionEn?: string | null;
}

export interface DemoPerson {
  key: string;
  email: string;
  nameZh: string;
  nameEn: string;
  organizationKey: string;
  role: Role;
}

export interface SeededPeople {
  /** By key of the demonstration data. */
  organizations: Map<string, string>;
  people: Map<string, string>;
}

/** Puts the demonstration's organizations and accounts in place; running it again changes only the password. */
@Injectable()
export class SeedPeople {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions,
  ) {}

  /** @throws Refused NOT_DEMONSTRATION outside a demonstration: these accounts share one published password */
  async run(
    { organizations, people }: { organizations: DemoOrganization[]; people: DemoPerson[] },
    password: string,
  ): Promise<SeededPeople> {
    if (!this.options.isDemo) refuse('NOT_DEMONSTRATION');
    const passwordHash = await hashPassword(password);
    return this.db.change(async () => {
      const seeded: SeededPeople = { organizations: new Map(), people: new Map() };
      for (const organization of organizations) {
        seeded.organizations.set(organization.key, await this.admit(organization));
      }
      for (const person of people) {
        const organizationId = seeded.organizations.get(person.organizationKey);
        if (!organizationId) throw new Error(`demonstration person ${person.key} has no organization`);
        const personId = await this.open(person, passwordHash);
        await this.join(personId, organizationId, person.role);
        seeded.people.set(person.key, personId);
      }
      return seeded;
    });
  }

  private async admit({ key: _, ...organization }: DemoOrganization): Promise<string> {
    const organizations = this.db.repository(OrganizationEntity);
    const { creditCode, kind, regionCode } = organization;
    const existing = await organizations.findOneBy({ creditCode, admission: 'ADMITTED' });
    if (existing) return existing.id;
    const [id, now] = [newId(), new Date()];
    const ref = (await nextRefs(this.db, 'O'))[0]!;
    await organizations.insert({
      ...organization,
      id,
      ref,
      admission: 'ADMITTED',
      submittedAt: now,
      decidedAt: now,
      isDemonstration: true,
    });
    const data: OrganizationAdmitted = { ref, kind, regionCode };
    this.db.record({
      type: 'OrganizationAdmitted',
      subjectId: id,
      data,
      by: systemViewer,
      reason: 'demonstration',
    });
    return id;
  }

  private async open({ email, nameZh, nameEn }: DemoPerson, passwordHash: string): Promise<string> {
    const address = email.toLowerCase();
    const [created] = await this.db.query<{ id: string }>(
      `INSERT INTO person (id, name, name_en, email, email_verified, is_demonstration) VALUES ($1, $2, $3, $4, true, true)
       ON CONFLICT (email) DO NOTHING RETURNING id`,
      [newId(), nameZh, nameEn, address],
    );
    if (created) {
      this.db.record({
        type: 'PersonSignedUp',
        subjectId: created.id,
        data: { isDemonstration: true },
        by: systemViewer,
      });
    }
    const [person] = await this.db.query<{ id: string; is_demonstration: boolean }>(
      'SELECT id, is_demonstration FROM person WHERE email = $1',
      [address],
    );
    if (!person!.is_demonstration) throw new Error('a demonstration address belongs to a real account');
    await this.db.query(
      `INSERT INTO account (id, person_id, account_id, provider_id, password) VALUES ($1, $2::uuid, $2::text, 'credential', $3)
       ON CONFLICT (provider_id, account_id) DO UPDATE SET password = $3, updated_at = now()`,
      [newId(), person!.id, passwordHash],
    );
    return person!.id;
  }

  private async join(personId: string, organizationId: string, role: Role): Promise<void> {
    const joined = await this.db.query(
      `INSERT INTO membership (id, person_id, organization_id, role, valid_from) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [newId(), personId, organizationId, role, new Date()],
    );
    if (joined.length === 0) return;
    this.db.record({
      type: 'MembershipGranted',
      subjectId: personId,
      data: { organizationId, role },
      by: systemViewer,
    });
  }
}
