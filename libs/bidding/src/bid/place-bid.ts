import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  refuse as refusePlatform,
  requireMember,
  requireRole,
  type Viewer,
} from '@stx/platform';
import { TokenBuckets } from './token-buckets.js';
import { ROLES } from '../lot/lot-terms.js';
import { refuse } from '../refusals.js';
import type { DeskReply } from './desk-reply.js';
import { LotDesk } from './lot-desk.js';
import { checkedRequestId } from './request-id.js';

export interface PlaceBidInput {
  requestId: string;
  lotId: string;
  amount: string;
}

/** Standings that are kept to save a query a bid. They change once a lot: by registration. */
const REMEMBERED = 10_000;
/** Longer than any amount: not worth keeping with its refusal. */
const MAX_TEXT = 40;

/** A bid by form or by socket: both ends of the same door. */
@Injectable()
export class PlaceBid {
  private readonly registered = new Map<string, string>();
  private readonly buckets = new TokenBuckets(20, 40);

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotDesk) private readonly desk: LotDesk,
  ) {}

  /** The rules' reply; stored, and the same for a repetition. @throws Refused SIGN_IN_REQUIRED, NOT_ALLOWED, TOO_MANY, NOT_FOUND */
  async run(viewer: Viewer, input: PlaceBidInput, receivedAt = Date.now()): Promise<DeskReply> {
    const { organizationId } = requireMember(viewer);
    if (!this.buckets.take(organizationId)) refuse('TOO_MANY');
    const requestId = checkedRequestId(input.requestId);
    if (!isId(input.lotId)) refusePlatform('NOT_FOUND', { field: 'lotId' });
    const by = await this.participantOf(input.lotId, organizationId);
    if (by !== ROLES.seller) requireRole(viewer, 'BUYER');
    const isText = typeof input.amount === 'string' && input.amount.length <= MAX_TEXT;
    const command = { type: 'bid', by, requestId, amount: isText ? input.amount : '' } as const;
    return this.desk.submit(input.lotId, command, viewer, receivedAt);
  }

  /** Who the viewer's organization is in this lot; the rules refuse the seller's side and strangers by name. */
  private async participantOf(lotId: string, organizationId: string): Promise<string> {
    const key = `${lotId} ${organizationId}`;
    const known = this.registered.get(key);
    if (known) return known;
    const [lot] = await this.db.query<{ registrationId: string | null; isSide: boolean; state: string }>(
      `SELECT r.id AS "registrationId", l.state, $2 IN (l.seller_organization_id, l.broker_organization_id) AS "isSide"
         FROM lot l LEFT JOIN bidder_registration r ON r.lot_id = l.id AND r.organization_id = $2 WHERE l.id = $1`,
      [lotId, organizationId],
    );
    if (!lot || lot.state === 'SUBMITTED') return refusePlatform('NOT_FOUND', { field: 'lotId' });
    if (!lot.registrationId) return lot.isSide ? ROLES.seller : organizationId;
    if (this.registered.size >= REMEMBERED) this.registered.clear();
    this.registered.set(key, lot.registrationId);
    return lot.registrationId;
  }
}
