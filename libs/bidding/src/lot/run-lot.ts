import { Inject, Injectable } from '@nestjs/common';
import type { Command } from '@stx/auction-rules';
import {
  DomainDatabase,
  isId,
  optionalText,
  refuse as refusePlatform,
  requiredText,
  requireRole,
  type Viewer,
} from '@stx/platform';
import type { DeskReply } from '../bid/desk-reply.js';
import { LotDesk } from '../bid/lot-desk.js';
import { checkedRequestId } from '../bid/request-id.js';
import { LotEntity } from './lot.entity.js';
import { ROLES } from './lot-terms.js';

export interface LotActionInput {
  requestId: string;
  lotId: string;
  reason?: string | null;
}

export type LotAct = 'pause' | 'resume' | 'hammer' | 'withdraw';

const NEEDS_REASON: ReadonlySet<LotAct> = new Set(['pause', 'withdraw']);

/** The broker of a lot pauses it, lets it go on, pronounces its outcome or takes it off. */
@Injectable()
export class RunLot {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotDesk) private readonly desk: LotDesk,
  ) {}

  /** @throws Refused NOT_ALLOWED for everybody but the lot's broker, NOT_FOUND, TEXT_REQUIRED for a missing reason */
  async run(viewer: Viewer, type: LotAct, input: LotActionInput): Promise<DeskReply> {
    const receivedAt = Date.now();
    const broker = requireRole(viewer, 'BROKER');
    const requestId = checkedRequestId(input.requestId);
    const lot = isId(input.lotId) ? await this.db.repository(LotEntity).findOneBy({ id: input.lotId }) : null;
    if (!lot) return refusePlatform('NOT_FOUND', { field: 'lotId' });
    if (lot.brokerOrganizationId !== broker.organizationId) refusePlatform('NOT_ALLOWED');
    const read = NEEDS_REASON.has(type) ? requiredText : optionalText;
    const reason = read(input.reason, 'reason', 500);
    const command = { type, by: ROLES.auctioneer, requestId, ...(reason !== null && { reason }) } as Command;
    return this.desk.submit(lot.id, command, viewer, receivedAt);
  }
}
