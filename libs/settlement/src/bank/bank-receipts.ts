import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  parseAmount,
  refuse as refusePlatform,
  requiredText,
  type Member,
} from '@stx/platform';
import { refuse } from '../refusals.js';

/** What the operator read from the bank statement. */
export interface BankLine {
  /** Minor units, decimal. */
  amount: string;
  bankReference: string;
}

export interface Purpose {
  /** Minor units that must have come, neither more nor less. */
  amount: bigint;
  currency: string;
  depositId?: string;
  dealId?: string;
}

/** Lines of the bank statement that have paid for something. One line pays once, whatever it pays for. */
@Injectable()
export class BankReceipts {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /**
   * Spends a line on `purpose`, in the running change.
   * @throws Refused BAD_AMOUNT, AMOUNT_MISMATCH, BANK_REFERENCE_USED and those of `requiredText`
   */
  async accept(operator: Member, line: BankLine, purpose: Purpose): Promise<void> {
    const reference = requiredText(line.bankReference, 'bankReference', 64);
    const received = parseAmount(line.amount) ?? refusePlatform('BAD_AMOUNT', { field: 'amount' });
    if (received !== purpose.amount) refuse('AMOUNT_MISMATCH', { field: 'amount' });
    const accepted = await this.db.query(
      `INSERT INTO bank_receipt (bank_reference, deposit_id, deal_id, amount, currency, confirmed_by, confirmed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (bank_reference) DO NOTHING RETURNING 1`,
      [
        canonical(reference),
        purpose.depositId ?? null,
        purpose.dealId ?? null,
        received.toString(),
        purpose.currency,
        operator.personId,
        new Date(),
      ],
    );
    if (accepted.length === 0) refuse('BANK_REFERENCE_USED', { field: 'bankReference' });
  }
}

/** One form for one line, however it was typed: width, case and spaces do not make another line. */
const canonical = (reference: string) => reference.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
