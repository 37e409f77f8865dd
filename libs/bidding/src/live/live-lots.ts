import { nextValidBid } from '@stx/auction-rules';
import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, type Viewer } from '@stx/platform';
import { In } from 'typeorm';
import { LotStates } from '../bid/lot-states.js';
import { LotEvents } from '../lot/lot-events.js';
import { LotEntity } from '../lot/lot.entity.js';
import { Lots } from '../lot/lots.service.js';
import { BidderRegistrationEntity } from '../registration/bidder-registration.entity.js';
import type { NextBid } from './lot-room.js';

/** What live rooms read. */
@Injectable()
export class LiveLots {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Lots) private readonly lots: Lots,
    @Inject(LotEvents) readonly events: LotEvents,
    @Inject(LotStates) private readonly states: LotStates,
  ) {}

  /** A lot that the viewer may follow; null for an offer and for what does not exist. */
  async follow(viewer: Viewer, lotId: string): Promise<LotEntity | null> {
    const [lot] = await this.lots.byIds(viewer, [lotId]);
    return lot && lot.state !== 'SUBMITTED' ? lot : null;
  }

  async registrationOf({ personId, organizationId }: Viewer, lotId: string): Promise<string | null> {
    if (personId === null || organizationId === null) return null;
    const own = await this.db.repository(BidderRegistrationEntity).findOneBy({ lotId, organizationId });
    return own?.id ?? null;
  }

  rows(lotIds: string[]): Promise<LotEntity[]> {
    return this.db.repository(LotEntity).findBy({ id: In(lotIds) });
  }

  /** What each bidder may bid next, as of the row's version. */
  async nextBid({ id, version }: LotEntity): Promise<NextBid> {
    const state = await this.states.at(id, version);
    return (registrationId) => state && nextValidBid(state, registrationId);
  }
}
