import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published achievement as the journal of `achievements` tells it. Amounts are fen in a decimal string. */
@Entity('achievement_snapshot')
export class AchievementSnapshot {
  @PrimaryColumn('uuid', { name: 'achievement_id' }) id!: string;
  @Column('text', { name: 'title_zh', nullable: true }) titleZh!: string | null;
  @Column('text', { name: 'title_en', nullable: true }) titleEn!: string | null;
  @Column('text', { name: 'summary_zh', nullable: true }) summaryZh!: string | null;
  @Column('text', { name: 'summary_en', nullable: true }) summaryEn!: string | null;
  @Column('text', { name: 'abstract_zh', nullable: true }) abstractZh!: string | null;
  @Column('text', { name: 'abstract_en', nullable: true }) abstractEn!: string | null;
  @Column('text', { array: true }) keywords!: string[];
  @Column('text', { name: 'field_code', nullable: true }) fieldCode!: string | null;
  @Column('text', { name: 'region_code', nullable: true }) regionCode!: string | null;
  @Column('int', { name: 'trl_level', nullable: true }) trlLevel!: number | null;
  @Column('bigint', { name: 'asking_price_amount', nullable: true }) askingPriceAmount!: string | null;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
}
