import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  newId,
  pageSize,
  requireRole,
  toPage,
  type Page,
  type Viewer,
} from '@stx/platform';
import type { ColumnMapping } from '@stx/row-files';
import { LIBRARY_ROLES } from '../achievement/achievements.service.js';
import { idAfter } from '../achievement/cursor-keys.js';
import { ImportJobEntity } from './import-job.entity.js';

/** Refused rows that a page shows; the table holds all. */
const SHOWN_ERRORS = 200;
const ERRORS_A_PAGE = 1_000;

export interface StoredRowError {
  row: number;
  column: string | null;
  rule: string;
  params: Record<string, string | number>;
}

export interface NewImport {
  organizationId: string;
  by: Viewer;
  fileName: string;
  uploadId: string | null;
  isDryRun: boolean;
  mapping?: ColumnMapping | null;
}

/** Imports of a library, readable by those who work in it. */
@Injectable()
export class ImportJobs {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Called by use cases that have checked `by`. */
  async open({ by, mapping = null, ...job }: NewImport): Promise<string> {
    const id = newId();
    const { personId, language } = by;
    const opened = { ...job, id, mapping, personId, language, startedAt: new Date() };
    await this.db.repository(ImportJobEntity).insert({ ...opened, state: 'RUNNING' });
    return id;
  }

  /** Null for unknown and foreign alike. */
  async byId(viewer: Viewer, id: string): Promise<ImportJobEntity | null> {
    const { organizationId } = requireRole(viewer, ...LIBRARY_ROLES);
    return isId(id) ? this.db.repository(ImportJobEntity).findOneBy({ id, organizationId }) : null;
  }

  async mine(viewer: Viewer, first: number, after?: string | null): Promise<Page<ImportJobEntity>> {
    const { organizationId } = requireRole(viewer, ...LIBRARY_ROLES);
    const size = pageSize(first);
    const jobs = this.db.repository(ImportJobEntity);
    const query = jobs
      .createQueryBuilder('job')
      .where('job.organizationId = :organizationId', { organizationId });
    const totalCount = await query.getCount();
    const last = idAfter(after);
    if (last) query.andWhere('job.id < :last', { last });
    const rows = await query
      .orderBy('job.id', 'DESC')
      .limit(size + 1)
      .getMany();
    return toPage(rows, size, totalCount, (job) => [job.id]);
  }

  /** Drafts of each import that nobody has published yet. The jobs themselves were read through `byId` or `mine`. */
  async unpublished(ids: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.db.query(
      `SELECT import_job_id AS id, count(*)::int AS count FROM achievement
        WHERE state = 'DRAFT' AND import_job_id = ANY ($1) GROUP BY import_job_id`,
      [ids],
    );
  }

  /** The first refused rows of each import, in the order of the file. */
  async errors(ids: readonly string[]): Promise<{ id: string; errors: StoredRowError[] }[]> {
    const rows = await this.db.query<StoredRowError & { id: string }>(
      `SELECT id, row, "column", rule, params
         FROM (SELECT import_job_id AS id, row, "column", rule, params,
                      row_number() OVER (PARTITION BY import_job_id ORDER BY row) AS place
                 FROM import_error WHERE import_job_id = ANY ($1)) AS e
        WHERE place <= $2 ORDER BY row`,
      [ids, SHOWN_ERRORS],
    );
    return ids.map((id) => ({ id, errors: rows.filter((row) => row.id === id) }));
  }

  /** Refused rows behind row `after`, for a file of them. */
  async errorsAfter(viewer: Viewer, id: string, after: number): Promise<StoredRowError[]> {
    const job = await this.byId(viewer, id);
    if (!job) return [];
    return this.db.query<StoredRowError>(
      `SELECT row, "column", rule, params FROM import_error WHERE import_job_id = $1 AND row > $2 ORDER BY row LIMIT $3`,
      [job.id, after, ERRORS_A_PAGE],
    );
  }

  /** Of all organizations, for the start of the exchange. */
  running(): Promise<ImportJobEntity[]> {
    return this.db.repository(ImportJobEntity).findBy({ state: 'RUNNING' });
  }

  /** For the background run, which acts for the person who started the import. */
  load(id: string): Promise<ImportJobEntity | null> {
    return this.db.repository(ImportJobEntity).findOneBy({ id });
  }
}
