import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  hasRole,
  newestFirst,
  requireMember,
  requireRole,
  type Page,
  type PageRequest,
  type Viewer,
} from '@stx/platform';
import { In } from 'typeorm';
import { LotEntity } from './lot.entity.js';

export interface LotQuery extends PageRequest {
  state?: string[] | null;
}

const NEWEST = 'coalesce(l.opens_at, l.offered_at)';

/** Reading lots. An offer that waits for a broker exists for its seller and for brokers only (S21). */
@Injectable()
export class Lots {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  async byRef(viewer: Viewer, ref: string): Promise<LotEntity | null> {
    const lot = await this.db.repository(LotEntity).findOneBy({ ref });
    return lot && isVisible(lot, viewer) ? lot : null;
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<LotEntity[]> {
    const lots = await this.db.repository(LotEntity).findBy({ id: In([...ids]) });
    return lots.filter((lot) => isVisible(lot, viewer));
  }

  /** Announced lots, and the viewer's own offers when asked for; newest first. */
  list(viewer: Viewer, query: LotQuery): Promise<Page<LotEntity>> {
    const own = viewer.personId === null ? null : viewer.organizationId;
    const where = `(l.state <> 'SUBMITTED' OR l.seller_organization_id = $2)
               AND CASE WHEN $1::text[] IS NULL THEN l.state <> 'SUBMITTED' ELSE l.state = ANY ($1) END`;
    return this.page(where, [query.state?.length ? query.state : null, own], query);
  }

  /** Lots that the viewer's organization has registered for. */
  registeredFor(viewer: Viewer, query: LotQuery): Promise<Page<LotEntity>> {
    const { organizationId } = requireMember(viewer);
    const where =
      'EXISTS (SELECT 1 FROM bidder_registration r WHERE r.lot_id = l.id AND r.organization_id = $1)';
    return this.page(where, [organizationId], query);
  }

  /** Offers that wait for a broker. */
  waiting(viewer: Viewer, query: LotQuery): Promise<Page<LotEntity>> {
    requireRole(viewer, 'BROKER');
    return this.page(`l.state = 'SUBMITTED'`, [], query);
  }

  private page(where: string, parameters: unknown[], query: LotQuery): Promise<Page<LotEntity>> {
    return newestFirst(this.db, { table: 'lot l', instant: NEWEST, where, parameters }, query, (ids) =>
      this.db.repository(LotEntity).findBy({ id: In(ids) }),
    );
  }
}

const isVisible = (lot: LotEntity, viewer: Viewer): boolean =>
  lot.state !== 'SUBMITTED' ||
  hasRole(viewer, 'BROKER') ||
  (viewer.personId !== null && viewer.organizationId === lot.sellerOrganizationId);
