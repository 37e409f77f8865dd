import { Inject, Injectable } from '@nestjs/common';
import type { DemandPosted, MatchesFound } from '@stx/contracts';
import { DomainDatabase, type StoredFact } from '@stx/platform';
import type { Told } from '../notification/told.js';
import { nothing, type Cause } from './cause.js';

/** A demand has new matches: to whoever posted it. Which achievements they are, its page says to those who may see. */
@Injectable()
export class MatchingCause implements Cause {
  readonly source = 'matching';
  readonly effects = { MatchesFound: (fact: StoredFact) => this.found(fact) };

  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  private async found({ subjectId, data }: StoredFact): Promise<Told[]> {
    const [posted] = await this.db.factsAbout('demands', subjectId, ['DemandPosted']);
    const organizationId = posted?.onBehalfOf;
    if (!organizationId) return nothing;
    const { ref, titleZh, titleEn } = posted.data as DemandPosted;
    return [
      {
        kind: 'MATCHES_FOUND',
        audience: { organizationId, roles: ['BUYER', 'OFFICER', 'BROKER'] },
        about: { key: subjectId, ref, titleZh, titleEn },
        path: `/demands/${ref}`,
        data: { count: (data as MatchesFound).found },
      },
    ];
  }
}
