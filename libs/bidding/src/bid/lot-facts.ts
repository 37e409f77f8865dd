import { Inject, Injectable } from '@nestjs/common';
import type { LotEndedWithoutSale, LotOpened, LotSold } from '@stx/contracts';
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

  /** Records in the running change. */
  async record(row: DeskRow, events: DecidedEvent[]): Promise<void> {
    for (const decided of events) {
      const fact = await this.factOf(row, decided);
      if (fact) this.db.record({ ...fact, subjectId: row.id, by: decided.by, reason: decided.reason });
    }
  }

  private async factOf(row: DeskRow, { event }: DecidedEvent): Promise<Pick<Fact, 'type' | 'data'> | null> {
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
        const data: LotEndedWithoutSale = { ref, reason: event.data.reason };
        return { type: 'LotEndedWithoutSale', data };
      }
      default:
        return null;
    }
  }

  private async sold(
    row: DeskRow,
    registrationId: string,
    finalPrice: string,
    closedAt: number,
  ): Promise<LotSold> {
    const [winner] = await this.db.query<{ organizationId: string }>(
      'SELECT organization_id AS "organizationId" FROM bidder_registration WHERE id = $1',
      [registrationId],
    );
    const { ref, titleZh, titleEn, fieldCode, achievementId, sellerId, isDemonstration, terms } = row;
    return {
      ref,
      titleZh,
      titleEn,
      fieldCode,
      achievementId,
      sellerId,
      buyerId: winner!.organizationId,
      finalPrice,
      currency: terms!.currency,
      closedAt,
      isDemonstration,
    };
  }
}
