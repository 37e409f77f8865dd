import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { BidderOutbid } from '@stx/contracts';
import { DomainDatabase, log, systemViewer } from '@stx/platform';
import { LotDesk } from './lot-desk.js';

/** Bids of one lot that follow each other within this time are told together. */
const WINDOW_MS = 2_000;

/**
 * Lets the other domains know who no longer leads, off the bid path: after the replies, in a change of its own, at most
 * once a window for a lot. A process killed within the window tells nobody; the live room and the lot's page know anyway.
 */
@Injectable()
export class TellOutbidBidders implements OnApplicationBootstrap, OnModuleDestroy {
  /** First bid of each open window: its public number and the timer that ends it. */
  private readonly windows = new Map<string, { from: number; timer: NodeJS.Timeout }>();
  private stopListening: () => void = () => undefined;

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotDesk) private readonly desk: LotDesk,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.desk.onChange(({ lotId, lines }) => {
      const bid = lines.find(({ type }) => type === 'BID');
      if (bid) this.openWindow(lotId, bid.seq);
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.stopListening();
    await Promise.all([...this.windows.keys()].map((lotId) => this.endWindow(lotId)));
  }

  private openWindow(lotId: string, from: number): void {
    if (this.windows.has(lotId)) return;
    const timer = setTimeout(() => void this.endWindow(lotId), WINDOW_MS);
    timer.unref();
    this.windows.set(lotId, { from, timer });
  }

  private async endWindow(lotId: string): Promise<void> {
    const window = this.windows.get(lotId);
    if (!window) return;
    this.windows.delete(lotId);
    clearTimeout(window.timer);
    try {
      await this.tell(lotId, window.from);
    } catch (error) {
      log.error('outbid bidders were not told', error, { domain: 'bidding', id: lotId });
    }
  }

  private async tell(lotId: string, from: number): Promise<void> {
    await this.db.change(async () => {
      for (const data of await this.outbid(lotId, from))
        this.db.record({ type: 'BidderOutbid', subjectId: lotId, data, by: systemViewer });
    });
  }

  /** Who led just before public number `from` or since, and does not now. */
  private outbid(lotId: string, from: number): Promise<BidderOutbid[]> {
    return this.db.query<BidderOutbid>(
      `SELECT DISTINCT l.ref, r.organization_id AS "organizationId", l.current_price::text AS price, l.currency
         FROM lot_event e
         JOIN lot l ON l.id = e.lot_id AND l.state IN ('LIVE', 'PAUSED', 'CLOSED')
         JOIN bidder_registration r ON r.lot_id = e.lot_id AND r.code = e.data ->> 'leader' AND r.code <> l.leader_code
        WHERE e.lot_id = $1 AND e.type = 'BID' AND e.n >= coalesce(
              (SELECT max(n) FROM lot_event WHERE lot_id = $1 AND type = 'BID' AND n < $2), $2)`,
      [lotId, from],
    );
  }
}
