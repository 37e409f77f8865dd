import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { OrganizationAdmitted } from '@stx/contracts';
import {
  DomainDatabase,
  Jobs,
  Projections,
  subscribe,
  tableProjection,
  type StoredFact,
  type Subscription,
} from '@stx/platform';

/** Where organizations are, as identity said on admission: a deal's origin and destination. */
@Injectable()
export class NoteRegionWhenOrganizationIsAdmitted implements OnModuleInit {
  private readonly subscription: Subscription = {
    name: 'settlement.note-region',
    source: 'identity',
    types: ['OrganizationAdmitted'],
    handle: async (facts) => {
      for (const fact of facts) await this.note(fact);
    },
  };

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Projections) private readonly projections: Projections,
  ) {}

  async onModuleInit(): Promise<void> {
    this.projections.add(
      tableProjection(this.db, 'settlement.regions', ['organization_region'], [this.subscription]),
    );
    await subscribe(this.db, this.jobs, this.subscription);
  }

  private async note({ subjectId, data }: StoredFact): Promise<void> {
    const { regionCode } = data as OrganizationAdmitted;
    if (!regionCode) return;
    await this.db.query(
      `INSERT INTO organization_region VALUES ($1, $2)
       ON CONFLICT (organization_id) DO UPDATE SET region_code = excluded.region_code`,
      [subjectId, regionCode],
    );
  }
}
