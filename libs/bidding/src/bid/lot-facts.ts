import { Inject, Injectable } from '@nestjs/common';
import type {
  BidderNotQualified,
  BidderQualified,
  LotEndedWithoutSale,
  LotOpened,
  LotPostponed,
  LotSold,
} from '@stx/contracts';
import { DomainDatabase, type Fact } from '@stx/platform';
import type { DecidedEvent } from './decide-batch.js';
import type { DeskRow } from './desk-row.js';

/** Acts of staff: in the journal with actor and reason (S37). */
const STAFF_ACTS: Record<string, string> = {
  PAUSED: 'LotPaused',
  RESUMED: 'LotResumed',
  HAMMER: 'LotHammered',
};

/** What other domains and auditors learn of a lot: its changes of state. A bid alone is not a fact of the journal. */
@Injectable()
export class LotFacts {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Records in the running change. @param qualified registrations that the batch has qualified */
  async record(row: DeskRow, events: DecidedEvent[], qualified: ReadonlySet<string>): Promise<void> {
    for (const decided of events) {
      const fact = await this.factOf(row, decided, qualified);
      if (fact) this.db.record({ ...fact, subjectId: row.id, by: decided.by, reason: decided.reason });
    }
  }

  private async factOf(
    row: DeskRow,
    { event }: DecidedEvent,
    qualified: ReadonlySet<string>,
  ): Promise<Pick<Fact, 'type' | 'data'> | null> {
    const { ref } = row;
    const staffAct = STAFF_ACTS[event.type];
    if (staffAct) return { type: staffAct, data: { ref } };
    switch (event.type) {
      case 'OPENED':
        return { type: 'LotOpened', data: { ref } satisfies LotOpened };
      case 'SOLD':
        return {
          type: 'LotSold',
          data: await this.sold(row, event.data.winner!, event.data.price, event.at),
        };
      case 'UNSOLD':
      case 'WITHDRAWN': {
        const data: LotEndedWithoutSale = { ref, outcome: event.type, reason: event.data.reason };
        return { type: 'LotEndedWithoutSale', data };
      }
      case 'OUTAGE': {
        if (row.state !== 'SCHEDULED') return null;
        const { opensAt, closesAt } = event.data;
        return { type: 'LotPostponed', data: { ref, opensAt, closesAt } satisfies LotPostponed };
      }
      case 'DEPOSIT_SET':
        return this.deposited(row, event.data.bidder, event.data.held, qualified);
      default:
        return null;
    }
  }

  private async deposited(
    { ref, terms }: DeskRow,
    registrationId: string,
    held: string,
    qualified: ReadonlySet<string>,
  ): Promise<Pick<Fact, 'type' | 'data'>> {
    const organizationId = await this.organizationOf(registrationId);
    const data: BidderQualified = { ref, registrationId, organizationId };
    if (qualified.has(registrationId)) return { type: 'BidderQualified', data };
    const cause = BigInt(held) < BigInt(terms!.depositRequired) ? 'SHORT' : 'LATE';
    return { type: 'BidderNotQualified', data: { ...data, cause } satisfies BidderNotQualified };
  }

  private async organizationOf(registrationId: string): Promise<string> {
    const [bidder] = await this.db.query<{ organizationId: string }>(
      'SELECT organization_id AS "organizationId" FROM bidder_registration WHERE id = $1',
      [registrationId],
    );
    return bidder!.organizationId;
  }

  private async sold(
    row: DeskRow,
    registrationId: string,
    finalPrice: string,
    closedAt: number,
  ): Promise<LotSold> {
    const { ref, titleZh, titleEn, fieldCode, achievementId, sellerId, isDemonstration, terms } = row;
    return {
      ref,
      titleZh,
      titleEn,
      fieldCode,
      achievementId,
      sellerId,
      buyerId: await this.organizationOf(registrationId),
      finalPrice,
      currency: terms!.currency,
      closedAt,
      isDemonstration,
    };
  }
}
