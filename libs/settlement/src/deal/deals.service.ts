import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  requireMember,
  type Page,
  type Viewer,
  newestFirst,
  type PageRequest,
} from '@stx/platform';
import { In } from 'typeorm';
import { DealEntity } from './deal.entity.js';

const REF = /^T\d{4}-\d{6,9}$/;

/** Reading deals. That a sale was made is public; its parties and its money are decided in `toDeal`. */
@Injectable()
export class Deals {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  async byRef(ref: string): Promise<DealEntity | null> {
    return REF.test(ref) ? this.db.repository(DealEntity).findOneBy({ ref }) : null;
  }

  byIds(ids: readonly string[]): Promise<DealEntity[]> {
    return this.db.repository(DealEntity).findBy({ id: In(ids.filter(isId)) });
  }

  /** Newest first. */
  all(page: PageRequest): Promise<Page<DealEntity>> {
    return this.page('true', [], page);
  }

  /** What the viewer's organization has sold or bought. */
  mine(viewer: Viewer, page: PageRequest): Promise<Page<DealEntity>> {
    const { organizationId } = requireMember(viewer);
    return this.page('(seller_id = $1 OR buyer_id = $1)', [organizationId], page);
  }

  private page(where: string, parameters: unknown[], page: PageRequest): Promise<Page<DealEntity>> {
    const listing = { table: 'deal', instant: 'closed_at', where, parameters } as const;
    return newestFirst(this.db, listing, page, (ids) => this.byIds(ids));
  }
}
