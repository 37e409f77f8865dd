import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, refuse, requireRole, type Viewer } from '@stx/platform';
import {
  advance,
  NO_PROGRESS,
  rowBatches,
  rowMessage,
  type ImportResult,
  type RowResult,
} from '@stx/row-files';
import { checkDemandRow } from './check-demand-row.js';
import { WriteDemands } from './write-demands.js';

export interface DemandImportRequest {
  organizationId: string;
  /** Who may post for the organization, or the command line of this machine. */
  by: Viewer;
  rows: AsyncIterable<RowResult>;
  /** Checks and counts, writes nothing at all. */
  dryRun?: boolean;
}

/** Posts the needs of a file, public at once: one change a batch, harmless when repeated, a bad row refuses that row only. */
@Injectable()
export class ImportDemands {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(WriteDemands) private readonly writeDemands: WriteDemands,
  ) {}

  /** Reads `rows` to their end. @throws what `rows` throws; the batches before stay imported */
  async run({ organizationId, by, rows, dryRun = false }: DemandImportRequest): Promise<ImportResult> {
    const isOwn =
      by.isSystem || requireRole(by, 'BUYER', 'OFFICER', 'BROKER').organizationId === organizationId;
    if (!isOwn) refuse('NOT_ALLOWED');
    const errors: ImportResult['errors'] = [];
    let progress = NO_PROGRESS;
    for await (const batch of rowBatches(rows, checkDemandRow)) {
      const target = { organizationId, by, dryRun };
      const written = await this.db.change(() => this.writeDemands.run(target, batch.accepted));
      progress = advance(progress, batch, written);
      for (const { row, column, rule, params } of batch.refused)
        errors.push({ row, column, rule, message: rowMessage(rule, by.language, params) });
    }
    const { position: _, ...counts } = progress;
    return { ...counts, errors };
  }
}
