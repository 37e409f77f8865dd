import { Inject, Injectable } from '@nestjs/common';
import type { JournalCheckFailed, LotOpeningNear } from '@stx/contracts';
import type { StoredFact } from '@stx/platform';
import type { Told } from '../notification/told.js';
import { DAY_MINUTES } from '../reminder/remind-of-opening.js';
import { nothing, operators, type Cause } from './cause.js';
import { biddersOf, LotHistory } from './lot-history.js';

/** What this domain finds out by the clock: it too is a fact first, so that an inbox can be rebuilt. */
@Injectable()
export class OwnCause implements Cause {
  readonly source = 'notifications';
  readonly effects = {
    LotOpeningNear: (fact: StoredFact) => this.openingNear(fact),
    JournalCheckFailed: ({ subjectId, data }: StoredFact): Told[] => [
      {
        kind: 'JOURNAL_CHECK_FAILED',
        audience: operators,
        about: { key: subjectId, ref: null },
        path: '/o',
        data: { name: (data as JournalCheckFailed).journal, count: (data as JournalCheckFailed).brokenAt },
      },
    ],
  };

  constructor(@Inject(LotHistory) private readonly lots: LotHistory) {}

  private async openingNear({ subjectId, at, data }: StoredFact): Promise<Told[]> {
    const { minutes, opensAt } = data as LotOpeningNear;
    const lot = await this.lots.of(subjectId, at);
    if (!lot) return nothing;
    const kind = minutes === DAY_MINUTES ? 'LOT_OPENS_IN_A_DAY' : 'LOT_OPENS_SOON';
    const { about, path, seller, bidderIds } = lot;
    return [
      { kind, audience: seller, about, path, data: { at: opensAt, as: 'SELLER' } },
      ...bidderIds.map((id): Told => ({
        kind,
        audience: biddersOf(id),
        about,
        path: `${path}/live`,
        data: { at: opensAt, as: 'BIDDER' },
      })),
    ];
  }
}
