import type { Language } from '@stx/platform';
import type { ColumnMapping } from '@stx/row-files';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One file on its way into a library. */
@Entity('import_job')
export class ImportJobEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text') language!: Language;
  /** Null for a file that the command line read itself. */
  @Column('uuid', { name: 'upload_id', nullable: true }) uploadId!: string | null;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('boolean', { name: 'is_dry_run' }) isDryRun!: boolean;
  @Column('jsonb', { nullable: true }) mapping!: ColumnMapping | null;
  @Column('text') state!: 'RUNNING' | 'FINISHED' | 'FAILED';
  /** The last row whose batch is committed. */
  @Column('int') position!: number;
  @Column('int') read!: number;
  @Column('int') created!: number;
  @Column('int') updated!: number;
  @Column('int') unchanged!: number;
  @Column('int') refused!: number;
  /** How often the run broke off for a reason that is not the file's. */
  @Column('int') tries!: number;
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('jsonb', { name: 'failure_params', nullable: true }) failureParams!: Record<
    string,
    string | number
  > | null;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
