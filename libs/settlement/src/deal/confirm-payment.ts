import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  once,
  refuse as refusePlatform,
  requireRole,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import { BankReceipts, type BankLine } from '../bank/bank-receipts.js';
import { accounts } from '../ledger/accounts.js';
import { Ledger } from '../ledger/ledger.js';
import { refuse } from '../refusals.js';
import { DealEntity } from './deal.entity.js';
import { PaySeller } from './pay-seller.js';

export interface ConfirmPaymentInput extends BankLine {
  requestId: string;
  dealId: string;
}

/** An operator has found the amount due on the bank statement: the deal is paid and the seller gets the price. */
@Injectable()
export class ConfirmPayment {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(BankReceipts) private readonly receipts: BankReceipts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(PaySeller) private readonly paySeller: PaySeller,
  ) {}

  /** @returns `{ id }` of the deal, or the refusal */
  async run(viewer: Viewer, input: ConfirmPaymentInput): Promise<Reply | StoredRefusal> {
    const operator = requireRole(viewer, 'OPERATOR');
    return once(
      this.db,
      operator,
      { operation: 'confirmPayment', requestId: input.requestId, input },
      async () => {
        const deal = await this.locked(input.dealId);
        const { id: dealId, currency } = deal;
        if (deal.state === 'PAID') refuse('DEAL_ALREADY_PAID');
        const amount = await this.ledger.dueOf(dealId);
        await this.receipts.accept(operator, input, { amount, currency, dealId });
        const [debit, credit] = [accounts.bank, accounts.buyerReceivable(dealId)];
        await this.ledger.post({
          kind: 'PAYMENT_RECEIVED',
          debit,
          credit,
          amount,
          currency,
          at: new Date(),
          dealId,
        });
        await this.paySeller.run(deal, operator);
        return { id: dealId };
      },
    );
  }

  private async locked(id: string): Promise<DealEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const deal = isId(id) ? await this.db.repository(DealEntity).findOne({ where: { id }, lock }) : null;
    return deal ?? refusePlatform('NOT_FOUND', { field: 'dealId' });
  }
}
