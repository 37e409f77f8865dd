import { joinLot, serializeState } from '@stx/auction-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { BidderRegistered } from '@stx/contracts';
import {
  DomainDatabase,
  isId,
  newId,
  once,
  refuse as refusePlatform,
  requireRole,
  type Member,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import { LotStates } from '../bid/lot-states.js';
import { refuse, refuseByRule } from '../refusals.js';
import { drawBidderCode } from './bidder-code.js';

export interface RegisterToBidInput {
  requestId: string;
  lotId: string;
  acceptsTerms: boolean;
}

interface ScheduledLot {
  id: string;
  ref: string;
  state: string;
  opensAt: Date;
  sellerId: string;
  brokerId: string;
  brokerPersonId: string;
  deposit: string;
  currency: string;
  version: number;
}

/** An organization asks to take part; settlement then waits for its deposit. Possible until the lot opens (R12). */
@Injectable()
export class RegisterToBid {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotStates) private readonly states: LotStates,
  ) {}

  /** @returns `{ id }` of the registration, or the refusal */
  async run(viewer: Viewer, input: RegisterToBidInput): Promise<Reply | StoredRefusal> {
    const buyer = requireRole(viewer, 'BUYER');
    return once(
      this.db,
      buyer,
      { operation: 'registerToBid', requestId: input.requestId, input },
      async () => {
        if (!input.acceptsTerms) refuse('TERMS_NOT_ACCEPTED', { field: 'acceptsTerms' });
        return { id: await this.register(buyer, input.lotId) };
      },
    );
  }

  /** Registers in the running change. @throws Refused NOT_FOUND, REGISTRATION_CLOSED, SELF_BID, ALREADY_REGISTERED */
  async register(buyer: Member, lotId: string): Promise<string> {
    const lot = await this.scheduled(lotId);
    const { organizationId, personId } = buyer;
    if ([lot.sellerId, lot.brokerId].includes(organizationId) || personId === lot.brokerPersonId) {
      refuseByRule('SELF_BID', { ruleId: 'R15' });
    }
    const others = await this.db.query<{ code: string; organizationId: string; personId: string }>(
      `SELECT code, organization_id AS "organizationId", person_id AS "personId"
         FROM bidder_registration WHERE lot_id = $1`,
      [lotId],
    );
    // nobody bids against himself, not for another organization either
    const isThere = others.some(
      (other) => other.organizationId === organizationId || other.personId === personId,
    );
    if (isThere) refuse('ALREADY_REGISTERED');
    const id = newId();
    const code = drawBidderCode(new Set(others.map((other) => other.code)));
    const state = BigInt(lot.deposit) === 0n ? 'QUALIFIED' : 'REQUESTED';
    await this.db.query(
      `INSERT INTO bidder_registration (id, lot_id, organization_id, person_id, code, state, registered_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [id, lotId, organizationId, personId, code, state],
    );
    await this.join(lot, id, code);
    const fact: BidderRegistered = {
      registrationId: id,
      lotRef: lot.ref,
      organizationId,
      depositAmount: lot.deposit,
      currency: lot.currency,
    };
    this.db.record({ type: 'BidderRegistered', subjectId: lotId, data: fact, by: buyer });
    return id;
  }

  /** The rules take a newcomer until the opening. */
  private async join({ id: lotId, version }: ScheduledLot, id: string, code: string): Promise<void> {
    const state = joinLot((await this.states.at(lotId, version))!, { id, role: 'bidder', code });
    await this.db.query('UPDATE lot SET version = version + 1, engine_state = $2 WHERE id = $1', [
      lotId,
      JSON.stringify(serializeState(state, { replies: false })),
    ]);
  }

  private async scheduled(lotId: string): Promise<ScheduledLot> {
    const [lot] = !isId(lotId)
      ? []
      : await this.db.query<ScheduledLot>(
          `SELECT id, ref, state, opens_at AS "opensAt", seller_organization_id AS "sellerId", currency,
                  broker_organization_id AS "brokerId", broker_person_id AS "brokerPersonId", deposit_amount AS deposit, version
             FROM lot WHERE id = $1 FOR UPDATE`,
          [lotId],
        );
    if (!lot || lot.state === 'SUBMITTED') return refusePlatform('NOT_FOUND', { field: 'lotId' });
    if (lot.state !== 'SCHEDULED' || lot.opensAt.getTime() <= Date.now())
      refuse('REGISTRATION_CLOSED', { ruleId: 'R12' });
    return lot;
  }
}
