import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DealOpened } from '@stx/contracts';
import {
  DomainDatabase,
  Jobs,
  Projections,
  requireSystem,
  subscribe,
  tableProjection,
  type Subscription,
  type StoredFact,
  type Viewer,
} from '@stx/platform';

/** The trade log: one row a deal, written by the facts of settlement and by nothing else. */
@Injectable()
export class TradeLog implements OnModuleInit {
  private readonly subscription: Subscription = {
    name: 'exchange-index.log-trade',
    source: 'settlement',
    types: ['DealOpened'],
    handle: (facts) => this.append(facts),
  };

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Projections) private readonly projections: Projections,
  ) {}

  async onModuleInit(): Promise<void> {
    this.projections.add(this.projection());
    await subscribe(this.db, this.jobs, this.subscription);
  }

  /**
   * Empties the log and writes it again from the first fact, in one change: readers see the old log until the new one
   * is whole. Only the exchange itself may.
   */
  async rebuild(viewer: Viewer): Promise<void> {
    requireSystem(viewer);
    await this.projection().rebuild();
  }

  private projection() {
    return tableProjection(this.db, 'exchange-index.trade-log', ['trade'], [this.subscription]);
  }

  private async append(facts: StoredFact[]): Promise<void> {
    const rows = facts.map(({ subjectId, data }) => ({ dealId: subjectId, ...(data as DealOpened) }));
    await this.db.query(
      `INSERT INTO trade (deal_id, ref, mode, contract_kind, field_code, price, technology_amount, currency,
                          origin_region, destination_region, closed_at, is_demonstration)
       SELECT "dealId", ref, mode, "contractKind", "fieldCode", price, "technologyAmount", currency,
              "originRegion", "destinationRegion", to_timestamp("closedAt" / 1000.0), "isDemonstration"
         FROM jsonb_to_recordset($1::jsonb) AS t("dealId" uuid, ref text, mode text, "contractKind" text, "fieldCode" text,
              price bigint, "technologyAmount" bigint, currency text, "originRegion" text, "destinationRegion" text,
              "closedAt" bigint, "isDemonstration" boolean)
       ON CONFLICT (deal_id) DO NOTHING`,
      [JSON.stringify(rows)],
    );
  }
}
