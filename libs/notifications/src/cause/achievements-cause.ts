import { Injectable } from '@nestjs/common';
import type { AchievementPublished, AchievementsImported, ImportFailed } from '@stx/contracts';
import type { StoredFact } from '@stx/platform';
import type { Told } from '../notification/told.js';
import { nothing, type Cause } from './cause.js';
import { sellerOf } from './lot-history.js';

/** Imports end, achievements become public. */
@Injectable()
export class AchievementsCause implements Cause {
  readonly source = 'achievements';
  readonly effects = {
    AchievementsImported: (fact: StoredFact) => this.imported(fact),
    ImportFailed: (fact: StoredFact) => this.importFailed(fact),
    AchievementPublished: (fact: StoredFact) => this.published(fact),
  };

  /** To the person who started it; an import from the command line has none. */
  private imported({ subjectId, actorId, data }: StoredFact): Told[] {
    if (!actorId) return nothing;
    const { created, updated, refused = 0 } = data as AchievementsImported;
    return [
      {
        kind: 'IMPORT_FINISHED',
        audience: { personId: actorId },
        about: { key: subjectId, ref: null },
        path: `/u/imports/${subjectId}`,
        data: { count: created, other: updated, refused },
      },
    ];
  }

  private importFailed({ subjectId, actorId, data }: StoredFact): Told[] {
    if (!actorId) return nothing;
    const { importJobId } = data as ImportFailed;
    const about = { key: subjectId, ref: null };
    return [
      { kind: 'IMPORT_FAILED', audience: { personId: actorId }, about, path: `/u/imports/${importJobId}` },
    ];
  }

  /** Achievements that become public in one act, a whole import perhaps, are one notification with their number. */
  private published({ subjectId, data, at }: StoredFact): Told[] {
    const { ref, organizationId, titleZh, titleEn, isDemonstration } = data as AchievementPublished;
    if (isDemonstration) return nothing;
    const cause = `${organizationId} ${at.getTime()}`;
    return [
      {
        kind: 'ACHIEVEMENTS_PUBLISHED',
        audience: sellerOf(organizationId),
        about: { key: subjectId, ref, titleZh, titleEn },
        path: `/achievements/${ref}`,
        data: { count: 1 },
        cause,
        addsUp: true,
      },
    ];
  }
}
