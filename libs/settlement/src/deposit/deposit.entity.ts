import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DepositState } from './deposit-machine.js';

/** A bidder's deposit for one lot. Amounts are minor units, as the driver hands bigint over: a decimal string. */
@Entity('deposit')
export class DepositEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'registration_id' }) registrationId!: string;
  @Column('uuid', { name: 'lot_id' }) lotId!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') state!: DepositState;
  @Column('bigint') amount!: string;
  /** Part of the amount that became part of the price; the rest of an applied deposit went back. */
  @Column('bigint', { name: 'applied_amount' }) appliedAmount!: string;
  @Column('text') currency!: string;
  @Column('text', { name: 'payment_reference' }) paymentReference!: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
}
