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
import { LotEnds } from '../lot/lot-ends.js';
import { DepositEntity } from './deposit.entity.js';
import { depositFact } from './deposit-fact.js';
import { nextDepositState } from './deposit-machine.js';

export interface ConfirmDepositInput extends BankLine {
  requestId: string;
  depositId: string;
}

/** An operator has found a deposit on the bank statement: it is held, and its bidder may bid. */
@Injectable()
export class ConfirmDeposit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(BankReceipts) private readonly receipts: BankReceipts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LotEnds) private readonly lotEnds: LotEnds,
  ) {}

  /** @returns `{ id }` of the deposit, or the refusal */
  async run(viewer: Viewer, input: ConfirmDepositInput): Promise<Reply | StoredRefusal> {
    const operator = requireRole(viewer, 'OPERATOR');
    return once(
      this.db,
      operator,
      { operation: 'confirmDeposit', requestId: input.requestId, input },
      async () => {
        const deposit = await this.locked(input.depositId);
        const { id: depositId, currency } = deposit;
        deposit.state = nextDepositState(deposit.state, 'HOLD');
        const amount = BigInt(deposit.amount);
        await this.receipts.accept(operator, input, { amount, currency, depositId });
        await this.db.repository(DepositEntity).update(depositId, { state: deposit.state });
        const [debit, credit] = [accounts.bank, accounts.depositsHeld(depositId)];
        await this.ledger.post({
          kind: 'DEPOSIT_HELD',
          debit,
          credit,
          amount,
          currency,
          at: new Date(),
          depositId,
        });
        this.db.record(depositFact('DepositHeld', deposit, amount, operator));
        await this.lotEnds.endIfLate(deposit);
        return { id: depositId };
      },
    );
  }

  private async locked(id: string): Promise<DepositEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const deposit = isId(id)
      ? await this.db.repository(DepositEntity).findOne({ where: { id }, lock })
      : null;
    return deposit ?? refusePlatform('NOT_FOUND', { field: 'depositId' });
  }
}
