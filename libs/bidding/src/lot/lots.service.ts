import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  DomainDatabase,
  hasRole,
  pageSize,
  requireMember,
  requireRole,
  toPage,
  type Page,
  type Viewer,
} from '@stx/platform';
import { In } from 'typeorm';
import { LotEntity } from './lot.entity.js';

export interface LotQuery {
  state?: string[] | null;
  first: number;
  after?: string | null;
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

  private async page(
    where: string,
    parameters: unknown[],
    { first, after }: LotQuery,
  ): Promise<Page<LotEntity>> {
    const size = pageSize(first);
    const place = decodeCursor(after);
    const next = parameters.length;
    const [count] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM lot l WHERE ${where}`,
      parameters,
    );
    const rows = await this.db.query<{ id: string }>(
      `SELECT l.id FROM lot l WHERE ${where}
          AND ($${next + 1}::timestamptz IS NULL OR (${NEWEST}, l.id) < ($${next + 1}, $${next + 2}::uuid))
        ORDER BY ${NEWEST} DESC, l.id DESC LIMIT $${next + 3}`,
      [...parameters, place?.[0] ?? null, place?.[1] ?? null, size + 1],
    );
    const found = await this.db.repository(LotEntity).findBy({ id: In(rows.map((row) => row.id)) });
    const loaded = new Map(found.map((lot) => [lot.id, lot]));
    const keysOf = (lot: LotEntity) => [(lot.opensAt ?? lot.offeredAt).toISOString(), lot.id];
    return toPage(
      rows.map((row) => loaded.get(row.id)!),
      size,
      count!.n,
      keysOf,
    );
  }
}

const isVisible = (lot: LotEntity, viewer: Viewer): boolean =>
  lot.state !== 'SUBMITTED' ||
  hasRole(viewer, 'BROKER') ||
  (viewer.personId !== null && viewer.organizationId === lot.sellerOrganizationId);
