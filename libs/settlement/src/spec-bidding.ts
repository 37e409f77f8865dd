import type { BidderRegistered, LotEndedWithoutSale, LotSold } from '@stx/contracts';
import { DomainDatabase, domainDataSource, newId, systemViewer, type DomainSchema } from '@stx/platform';
import { startDomains, type TestDomain } from '@stx/testing';
import { SettlementModule, settlementSchema } from './index.js';

const biddingSchema: DomainSchema = { domain: 'bidding', migrations: [] };
const identitySchema: DomainSchema = { domain: 'identity', migrations: [] };

/** Settlement on a database of its own, with a journal of bidding that the spec writes. */
export class SpecBidding {
  private constructor(
    readonly exchange: TestDomain,
    readonly bidding: DomainDatabase,
    /** A connection as settlement itself. */
    readonly settlement: DomainDatabase,
  ) {}

  static async start(): Promise<SpecBidding> {
    const exchange = await startDomains(
      [SettlementModule],
      [settlementSchema, biddingSchema, identitySchema],
    );
    const connect = async (domain: string) =>
      new DomainDatabase(domain, await domainDataSource(exchange.databaseUrl, domain, [], 2).initialize());
    return new SpecBidding(exchange, await connect('bidding'), await connect('settlement'));
  }

  async stop(): Promise<void> {
    await this.bidding.dataSource.destroy();
    await this.settlement.dataSource.destroy();
    await this.exchange.stop();
  }

  /** A bidder registers for the lot. @returns the registration's id */
  async register(lotId: string, organizationId: string, depositAmount: string): Promise<string> {
    const registrationId = newId();
    const data: BidderRegistered = {
      registrationId,
      lotRef: 'L2026-000001',
      organizationId,
      depositAmount,
      currency: 'CNY',
    };
    await this.record('BidderRegistered', lotId, data);
    return registrationId;
  }

  sell(lotId: string, sellerId: string, buyerId: string, finalPrice: string): Promise<void> {
    const data: LotSold = {
      ref: 'L2026-000001',
      titleZh: '叶片防冰涂层',
      titleEn: 'Coating against ice',
      fieldCode: 'NEW_MATERIALS',
      achievementId: newId(),
      sellerId,
      buyerId,
      finalPrice,
      currency: 'CNY',
      closedAt: Date.UTC(2026, 4, 6, 7),
      isDemonstration: false,
    };
    return this.record('LotSold', lotId, data);
  }

  endWithoutSale(lotId: string): Promise<void> {
    const data: LotEndedWithoutSale = { ref: 'L2026-000001', reason: 'NO_BID' };
    return this.record('LotEndedWithoutSale', lotId, data);
  }

  private async record(type: string, subjectId: string, data: Record<string, any>): Promise<void> {
    await this.bidding.change(async () => this.bidding.record({ type, subjectId, data, by: systemViewer }));
    await this.caughtUp();
  }

  /** Until settlement has handled every fact there is. */
  async caughtUp(): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const [row] = await this.settlement.query<{ isThere: boolean }>(
        `SELECT position >= (SELECT coalesce(max(seq), 0) FROM bidding.fact) AS "isThere"
           FROM subscription WHERE name = 'settlement.follow-bidding'`,
      );
      if (row?.isThere) return;
      if (Date.now() > deadline) throw new Error('settlement does not catch up with bidding');
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  /** Own facts, oldest first. */
  async facts(subjectId: string): Promise<{ type: string; data: any }[]> {
    return this.settlement.query('SELECT type, data FROM fact WHERE subject_id = $1 ORDER BY seq', [
      subjectId,
    ]);
  }

  /** The deposit of a registration, as stored. */
  async deposit(
    registrationId: string,
  ): Promise<{ id: string; state: string; applied: string; reference: string }> {
    const [row] = await this.settlement.query<any>(
      `SELECT id, state, applied_amount AS applied, payment_reference AS reference FROM deposit WHERE registration_id = $1`,
      [registrationId],
    );
    return row;
  }
}
