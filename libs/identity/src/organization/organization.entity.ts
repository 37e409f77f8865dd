import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ORGANIZATION_KINDS = [
  'UNIVERSITY',
  'RESEARCH_INSTITUTE',
  'ENTERPRISE',
  'SERVICE_INSTITUTION',
  'INVESTOR',
  'GOVERNMENT',
  'ASSOCIATION',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export type Role =
  'OPERATOR' | 'OFFICER' | 'INVENTOR' | 'BUYER' | 'BROKER' | 'REGISTRAR' | 'STATISTICIAN' | 'SUPERVISOR';

/** An organization as stored, from its application on. */
@Entity('organization')
export class OrganizationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') ref!: string;
  @Column('text') kind!: OrganizationKind;
  @Column('text', { name: 'name_zh' }) nameZh!: string;
  @Column('text', { name: 'name_en', nullable: true }) nameEn!: string | null;
  @Column('text', { name: 'credit_code' }) creditCode!: string;
  @Column('text', { name: 'region_code', nullable: true }) regionCode!: string | null;
  @Column('text', { name: 'description_zh', nullable: true }) descriptionZh!: string | null;
  @Column('text', { name: 'description_en', nullable: true }) descriptionEn!: string | null;
  @Column('text') admission!: 'SUBMITTED' | 'ADMITTED' | 'REFUSED';
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('boolean', { name: 'is_demonstration' }) isDemonstration!: boolean;
}
