import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { OrganizationAdmitted } from '@stx/contracts';
import { DomainDatabase, Jobs, subscribe, type StoredFact } from '@stx/platform';

/** Where organizations are, as identity said on admission: a deal's origin and destination. */
@Injectable()
export class NoteRegionWhenOrganizationIsAdmitted implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  async onModuleInit(): Promise<void> {
    await subscribe(this.db, this.jobs, {
      name: 'settlement.note-region',
      source: 'identity',
      types: ['OrganizationAdmitted'],
      handle: async (facts) => {
        for (const fact of facts) await this.note(fact);
      },
    });
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
