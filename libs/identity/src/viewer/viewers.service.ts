import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, type Viewer } from '@stx/platform';
import { Memberships } from '../organization/memberships.js';
import { toOrganization } from '../organization/organization.view.js';
import { Organizations } from '../organization/organizations.service.js';

interface PersonRow {
  name: string;
  nameEn: string | null;
  email: string;
}

/** What a person may read of the own account. */
@Injectable()
export class Viewers {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(Organizations) private readonly organizations: Organizations,
  ) {}

  /** The GraphQL `Viewer`; null for an anonymous visitor. */
  async describe(viewer: Viewer) {
    const { personId, organizationId, roles, language } = viewer;
    if (personId === null) return null;
    const [person] = await this.db.query<PersonRow>(
      'SELECT name, name_en AS "nameEn", email FROM person WHERE id = $1',
      [personId],
    );
    if (!person) return null;
    const held = await this.memberships.of(personId);
    const found = await this.organizations.byIds(
      viewer,
      held.map((membership) => membership.organizationId),
    );
    const byId = new Map(found.map((organization) => [organization.id, toOrganization(organization)]));
    return {
      personId,
      name: (language === 'en' && person.nameEn) || person.name,
      email: person.email,
      organization: (organizationId && byId.get(organizationId)) || null,
      roles,
      memberships: held.map((membership) => ({
        organization: byId.get(membership.organizationId)!,
        roles: membership.roles,
      })),
    };
  }
}
