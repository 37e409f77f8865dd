import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AchievementState = 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN';

/** An achievement as stored. Amounts are fen, as the driver hands bigint over: a decimal string. */
@Entity('achievement')
export class AchievementEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') ref!: string;
  @Column('text') state!: AchievementState;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') kind!: string;
  @Column('text', { name: 'title_zh', nullable: true }) titleZh!: string | null;
  @Column('text', { name: 'title_en', nullable: true }) titleEn!: string | null;
  @Column('text', { name: 'summary_zh', nullable: true }) summaryZh!: string | null;
  @Column('text', { name: 'summary_en', nullable: true }) summaryEn!: string | null;
  @Column('text', { name: 'abstract_zh', nullable: true }) abstractZh!: string | null;
  @Column('text', { name: 'abstract_en', nullable: true }) abstractEn!: string | null;
  @Column('text', { array: true }) keywords!: string[];
  @Column('text', { name: 'field_code', nullable: true }) fieldCode!: string | null;
  @Column('text', { nullable: true }) category!: string | null;
  @Column('text', { name: 'ipc_codes', array: true }) ipcCodes!: string[];
  @Column('int', { name: 'trl_level', nullable: true }) trlLevel!: number | null;
  @Column('text', { name: 'maturity_stage', nullable: true }) maturityStage!: string | null;
  @Column('text', { name: 'rights_offered', array: true }) rightsOffered!: string[];
  @Column('text', { name: 'price_mode', nullable: true }) priceMode!: string | null;
  @Column('bigint', { name: 'asking_price_amount', nullable: true }) askingPriceAmount!: string | null;
  @Column('text', { name: 'region_code', nullable: true }) regionCode!: string | null;
  @Column('text', { name: 'patent_no', nullable: true }) patentNo!: string | null;
  @Column('text', { name: 'application_no', nullable: true }) applicationNo!: string | null;
  @Column('date', { name: 'expires_on', nullable: true }) expiresOn!: string | null;
  @Column('text', { name: 'source_id', nullable: true }) sourceId!: string | null;
  @Column('text', { name: 'source_url', nullable: true }) sourceUrl!: string | null;
  @Column('text', { name: 'content_hash', nullable: true }) contentHash!: string | null;
  @Column('uuid', { name: 'import_job_id', nullable: true }) importJobId!: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('boolean', { name: 'is_demonstration' }) isDemonstration!: boolean;
}
