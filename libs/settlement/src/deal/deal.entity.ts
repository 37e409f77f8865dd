import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sale with its parties. Amounts are minor units, as the driver hands bigint over: a decimal string. */
@Entity('deal')
export class DealEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') ref!: string;
  @Column('text') state!: 'OPEN' | 'PAID';
  @Column('text') mode!: 'LISTING' | 'BIDDING' | 'AGREEMENT' | 'FIXED_PRICE' | 'TENDER';
  @Column('text', { name: 'contract_kind' }) contractKind!: string;
  @Column('uuid', { name: 'lot_id', nullable: true }) lotId!: string | null;
  @Column('uuid', { name: 'seller_id' }) sellerId!: string;
  @Column('uuid', { name: 'buyer_id' }) buyerId!: string;
  @Column('text', { name: 'title_zh', nullable: true }) titleZh!: string | null;
  @Column('text', { name: 'title_en', nullable: true }) titleEn!: string | null;
  @Column('text', { name: 'field_code', nullable: true }) fieldCode!: string | null;
  @Column('bigint') price!: string;
  @Column('bigint', { name: 'technology_amount' }) technologyAmount!: string;
  @Column('text') currency!: string;
  @Column('text', { name: 'origin_region', nullable: true }) originRegion!: string | null;
  @Column('text', { name: 'destination_region', nullable: true }) destinationRegion!: string | null;
  @Column('timestamptz', { name: 'closed_at' }) closedAt!: Date;
  @Column('boolean', { name: 'is_demonstration' }) isDemonstration!: boolean;
}
