import { Inject, Injectable } from '@nestjs/common';
import type { BidderRegistered } from '@stx/contracts';
import { DomainDatabase, newId, type StoredFact } from '@stx/platform';
import { LotEnds } from '../lot/lot-ends.js';
import { DepositEntity } from './deposit.entity.js';
import { depositFact } from './deposit-fact.js';
import { newPaymentReference } from './payment-reference.js';

/** A registration asks for its deposit, once. A lot that wants none gets a deposit of zero, held from the start. */
@Injectable()
export class RequestDepositWhenBidderRegisters {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotEnds) private readonly lotEnds: LotEnds,
  ) {}

  async run(fact: StoredFact): Promise<void> {
    const { registrationId, organizationId, depositAmount, currency } = fact.data as BidderRegistered;
    const deposits = this.db.repository(DepositEntity);
    if (await deposits.existsBy({ registrationId })) return;
    const deposit: DepositEntity = {
      id: newId(),
      registrationId,
      lotId: fact.subjectId,
      organizationId,
      state: BigInt(depositAmount) === 0n ? 'HELD' : 'REQUESTED',
      amount: depositAmount,
      appliedAmount: '0',
      currency,
      paymentReference: newPaymentReference(),
      requestedAt: fact.at,
    };
    await deposits.insert(deposit);
    if (deposit.state !== 'HELD') return;
    this.db.record(depositFact('DepositHeld', deposit, 0n));
    await this.lotEnds.endIfLate(deposit);
  }
}
