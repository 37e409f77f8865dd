import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One organization in one lot. `id` is secret; the public knows `code` only. */
@Entity('bidder_registration')
export class BidderRegistrationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'lot_id' }) lotId!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') code!: string;
  @Column('text') state!: 'REQUESTED' | 'QUALIFIED' | 'BARRED';
  @Column('bigint', { name: 'deposit_held' }) depositHeld!: string;
  @Column('boolean', { name: 'has_bid' }) hasBid!: boolean;
  @Column('timestamptz', { name: 'registered_at' }) registeredAt!: Date;
}
