import { Column, Entity, PrimaryColumn } from 'typeorm';

export type LotState =
  'SUBMITTED' | 'SCHEDULED' | 'LIVE' | 'PAUSED' | 'CLOSED' | 'SOLD' | 'UNSOLD' | 'WITHDRAWN';

/** Terms as announced (S15): frozen at scheduling; their hash is the first link of the bid chronicle. */
export interface LotTerms {
  ref: string;
  format: 'ENGLISH_SOFT';
  currency: string;
  startPrice: string;
  bidStep: string;
  depositRequired: string;
  hasReserve: boolean;
  opensAt: number;
  closesAt: number;
  windowMs: number;
  extendMs: number;
  /** Null: the outcome follows by the clock. */
  hammerTimeoutMs: number | null;
}

/**
 * What may be read of a lot. The columns `reserve_amount` and `engine_state` are left out on purpose: an entity that
 * lacks them cannot leak them. Amounts are minor units, as the driver hands bigint over: a decimal string.
 */
@Entity('lot')
export class LotEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') ref!: string;
  @Column('text') state!: LotState;
  @Column('uuid', { name: 'achievement_id' }) achievementId!: string;
  @Column('text', { name: 'field_code', nullable: true }) fieldCode!: string | null;
  @Column('text', { name: 'title_zh', nullable: true }) titleZh!: string | null;
  @Column('text', { name: 'title_en', nullable: true }) titleEn!: string | null;
  @Column('uuid', { name: 'seller_organization_id' }) sellerOrganizationId!: string;
  @Column('uuid', { name: 'broker_organization_id', nullable: true }) brokerOrganizationId!: string | null;
  @Column('uuid', { name: 'broker_person_id', nullable: true }) brokerPersonId!: string | null;
  @Column('text') currency!: string;
  @Column('bigint', { name: 'start_price' }) startPrice!: string;
  @Column('bigint', { name: 'bid_step' }) bidStep!: string;
  @Column('bigint', { name: 'deposit_amount' }) depositAmount!: string;
  @Column('boolean', { name: 'has_reserve' }) hasReserve!: boolean;
  @Column('jsonb', { nullable: true }) terms!: LotTerms | null;
  @Column('int', { name: 'extension_window_seconds' }) extensionWindowSeconds!: number;
  @Column('int', { name: 'extension_seconds' }) extensionSeconds!: number;
  @Column('timestamptz', { name: 'opens_at', nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
  @Column('bigint', { name: 'remaining_ms', nullable: true }) remainingMs!: string | null;
  @Column('bigint', { name: 'current_price', nullable: true }) currentPrice!: string | null;
  @Column('text', { name: 'leader_code', nullable: true }) leaderCode!: string | null;
  @Column('int', { name: 'bid_count' }) bidCount!: number;
  @Column('text', { name: 'outcome_reason', nullable: true }) outcomeReason!: string | null;
  @Column('bigint', { name: 'final_price', nullable: true }) finalPrice!: string | null;
  @Column('text', { name: 'winner_code', nullable: true }) winnerCode!: string | null;
  @Column('int', { name: 'public_n' }) publicN!: number;
  @Column('text', { nullable: true }) head!: string | null;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'offered_at' }) offeredAt!: Date;
  @Column('boolean', { name: 'is_demonstration' }) isDemonstration!: boolean;
}
