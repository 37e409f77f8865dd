import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  requireMember,
  requireRole,
  type Page,
  type Viewer,
  newestFirst,
  type PageRequest,
} from '@stx/platform';
import { In } from 'typeorm';
import { DepositEntity } from './deposit.entity.js';

/** Reading deposits: a bidder sees its own, operators what waits for the bank, nobody else anything. */
@Injectable()
export class Deposits {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Newest first. */
  mine(viewer: Viewer, page: PageRequest): Promise<Page<DepositEntity>> {
    const { organizationId } = requireMember(viewer);
    return this.page('organization_id = $1', [organizationId], page);
  }

  /**
   * Newest first, so that requests nobody will pay any more sink; those of ended lots stay, because money that comes
   * late must still be taken in before it can go back.
   */
  waiting(viewer: Viewer, page: PageRequest): Promise<Page<DepositEntity>> {
    requireRole(viewer, 'OPERATOR');
    return this.page(`state = 'REQUESTED'`, [], page);
  }

  /** A deposit the viewer has just confirmed. */
  async confirmed(viewer: Viewer, id: string): Promise<DepositEntity> {
    requireRole(viewer, 'OPERATOR');
    return this.db.repository(DepositEntity).findOneByOrFail({ id });
  }

  private page(where: string, parameters: unknown[], page: PageRequest): Promise<Page<DepositEntity>> {
    const load = (ids: string[]) => this.db.repository(DepositEntity).findBy({ id: In(ids) });
    return newestFirst(this.db, { table: 'deposit', instant: 'requested_at', where, parameters }, page, load);
  }
}
