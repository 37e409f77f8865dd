import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import type { DealEntity } from '../deal/deal.entity.js';
import { PaySeller } from '../deal/pay-seller.js';
import { accounts } from '../ledger/accounts.js';
import { Ledger } from '../ledger/ledger.js';
import { DepositEntity } from './deposit.entity.js';
import { depositFact } from './deposit-fact.js';
import { nextDepositState } from './deposit-machine.js';

/** Ends a held deposit: the winner's becomes part of the price, as far as the price goes; any other goes back. */
@Injectable()
export class EndDeposit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(PaySeller) private readonly paySeller: PaySeller,
  ) {}

  /** @param deal what the depositor has bought, locked by the running change; null when it has bought nothing */
  async run(deposit: DepositEntity, deal: DealEntity | null): Promise<void> {
    const amount = BigInt(deposit.amount);
    const due = deal ? await this.ledger.dueOf(deal.id) : 0n;
    const applied = amount < due ? amount : due;
    const state = nextDepositState(deposit.state, applied > 0n ? 'APPLY' : 'RELEASE');
    await this.db.repository(DepositEntity).update(deposit.id, { state, appliedAmount: applied.toString() });
    await this.post(deposit, deal, applied, amount - applied);
    this.db.record(
      applied > 0n
        ? depositFact('DepositApplied', deposit, applied)
        : depositFact('DepositReleased', deposit, amount),
    );
    if (deal) await this.paySeller.run(deal);
  }

  private async post(
    deposit: DepositEntity,
    deal: DealEntity | null,
    applied: bigint,
    released: bigint,
  ): Promise<void> {
    const { id: depositId, currency } = deposit;
    const held = { debit: accounts.depositsHeld(depositId), depositId, currency, at: new Date() };
    if (deal) {
      const credit = accounts.buyerReceivable(deal.id);
      await this.ledger.post({ ...held, kind: 'DEPOSIT_APPLIED', credit, amount: applied, dealId: deal.id });
    }
    await this.ledger.post({ ...held, kind: 'DEPOSIT_RELEASED', credit: accounts.bank, amount: released });
  }
}
