import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A technology need as stored. Amounts are fen, as the driver hands bigint over: a decimal string. */
@Entity('demand')
export class DemandEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') ref!: string;
  @Column('text') state!: 'PUBLISHED' | 'CLOSED';
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('boolean', { name: 'is_anonymous' }) isAnonymous!: boolean;
  @Column('text', { name: 'title_zh', nullable: true }) titleZh!: string | null;
  @Column('text', { name: 'title_en', nullable: true }) titleEn!: string | null;
  @Column('text', { name: 'problem_zh', nullable: true }) problemZh!: string | null;
  @Column('text', { name: 'problem_en', nullable: true }) problemEn!: string | null;
  @Column('text', { name: 'target_zh', nullable: true }) targetZh!: string | null;
  @Column('text', { name: 'target_en', nullable: true }) targetEn!: string | null;
  @Column('text', { name: 'field_code', nullable: true }) fieldCode!: string | null;
  @Column('text', { name: 'region_code', nullable: true }) regionCode!: string | null;
  @Column('bigint', { name: 'budget_amount', nullable: true }) budgetAmount!: string | null;
  @Column('date', { name: 'deadline_on', nullable: true }) deadlineOn!: string | null;
  @Column('text', { name: 'cooperation_mode' }) cooperationMode!: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  /** `source:key` of an imported demand. */
  @Column('text', { name: 'source_id', nullable: true }) sourceId!: string | null;
  @Column('text', { name: 'content_hash', nullable: true }) contentHash!: string | null;
  @Column('boolean', { name: 'is_demonstration' }) isDemonstration!: boolean;
}
