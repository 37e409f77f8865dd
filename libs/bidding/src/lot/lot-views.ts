import { nextValidBid } from '@stx/auction-rules';
import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, type Page, type Viewer } from '@stx/platform';
import { In } from 'typeorm';
import { LotStates } from '../bid/lot-states.js';
import { BidderRegistrationEntity } from '../registration/bidder-registration.entity.js';
import type { LotEntity } from './lot.entity.js';
import { toLot } from './lot.view.js';

export type LotView = ReturnType<typeof toLot>;

/** Lots as one viewer sees them: the rows, and what the viewer's own organization has to do with them. */
@Injectable()
export class LotViews {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotStates) private readonly states: LotStates,
  ) {}

  async of(viewer: Viewer, lots: LotEntity[]): Promise<LotView[]> {
    const own = await this.registrations(viewer, lots);
    return Promise.all(
      lots.map(async (lot) => {
        const registration = own.get(lot.id) ?? null;
        return toLot(lot, viewer, { registration, nextValidBid: await this.nextBid(lot, registration) });
      }),
    );
  }

  async one(viewer: Viewer, lot: LotEntity | null | undefined): Promise<LotView | null> {
    return lot ? (await this.of(viewer, [lot]))[0]! : null;
  }

  async page(viewer: Viewer, page: Page<LotEntity>): Promise<Page<LotView>> {
    return { ...page, nodes: await this.of(viewer, page.nodes) };
  }

  private async nextBid(
    lot: LotEntity,
    registration: BidderRegistrationEntity | null,
  ): Promise<bigint | null> {
    if (lot.state !== 'LIVE' || !registration) return null;
    const state = await this.states.at(lot.id, lot.version);
    return state && nextValidBid(state, registration.id);
  }

  private async registrations(
    viewer: Viewer,
    lots: LotEntity[],
  ): Promise<Map<string, BidderRegistrationEntity>> {
    const { personId, organizationId } = viewer;
    if (personId === null || organizationId === null || lots.length === 0) return new Map();
    const lotId = In(lots.map((lot) => lot.id));
    const own = await this.db.repository(BidderRegistrationEntity).findBy({ organizationId, lotId });
    return new Map(own.map((registration) => [registration.lotId, registration]));
  }
}
