import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A demand as the journal of `demands` tells it. Amounts are fen in a decimal string. */
@Entity('demand_snapshot')
export class DemandSnapshot {
  @PrimaryColumn('uuid', { name: 'demand_id' }) id!: string;
  @Column('text', { name: 'title_zh', nullable: true }) titleZh!: string | null;
  @Column('text', { name: 'title_en', nullable: true }) titleEn!: string | null;
  @Column('text', { name: 'problem_zh', nullable: true }) problemZh!: string | null;
  @Column('text', { name: 'problem_en', nullable: true }) problemEn!: string | null;
  @Column('text', { name: 'target_zh', nullable: true }) targetZh!: string | null;
  @Column('text', { name: 'target_en', nullable: true }) targetEn!: string | null;
  @Column('text', { name: 'field_code', nullable: true }) fieldCode!: string | null;
  @Column('text', { name: 'region_code', nullable: true }) regionCode!: string | null;
  @Column('bigint', { name: 'budget_amount', nullable: true }) budgetAmount!: string | null;
  @Column('text', { name: 'cooperation_mode' }) cooperationMode!: string;
  @Column('boolean', { name: 'is_open' }) isOpen!: boolean;
}
