import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import { DealEntity } from '../deal/deal.entity.js';
import { DepositEntity } from '../deposit/deposit.entity.js';
import { EndDeposit } from '../deposit/end-deposit.js';

const LOCK = { mode: 'pessimistic_write' } as const;

/** What the end of a lot does to its deposits. */
@Injectable()
export class LotEnds {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(EndDeposit) private readonly endDeposit: EndDeposit,
  ) {}

  /**
   * Ends every held deposit of the lot; again harmless. Locks all of them whatever their state: one that an operator
   * confirms at this moment is either seen here as held, or sees there that the lot has ended.
   * @param deal what the winner has bought; null when the lot was not sold
   */
  async end(lotId: string, deal: DealEntity | null): Promise<void> {
    await this.db.query(
      'INSERT INTO ended_lot (lot_id, ended_at) VALUES ($1, now()) ON CONFLICT DO NOTHING',
      [lotId],
    );
    const deposits = await this.db
      .repository(DepositEntity)
      .find({ where: { lotId }, order: { requestedAt: 'ASC', id: 'ASC' }, lock: LOCK });
    for (const deposit of deposits.filter(({ state }) => state === 'HELD')) {
      await this.endDeposit.run(deposit, deal?.buyerId === deposit.organizationId ? deal : null);
    }
  }

  /** Money that came after the end takes the same way, late: into the winner's price, or back. */
  async endIfLate(deposit: DepositEntity): Promise<void> {
    const { lotId, organizationId: buyerId } = deposit;
    const [ended] = await this.db.query('SELECT 1 FROM ended_lot WHERE lot_id = $1', [lotId]);
    if (!ended) return;
    const deal = await this.db.repository(DealEntity).findOne({ where: { lotId, buyerId }, lock: LOCK });
    await this.endDeposit.run(deposit, deal);
  }
}
