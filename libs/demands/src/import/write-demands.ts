import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, newId, nextRefs, type Viewer } from '@stx/platform';
import { In } from 'typeorm';
import { DemandEntity } from '../demand/demand.entity.js';
import { postedFact } from '../demand/posted-fact.js';
import { IMPORTED, type CheckedDemand } from './check-demand-row.js';

interface DemandTarget {
  organizationId: string;
  by: Viewer;
  dryRun: boolean;
}

type Stored = Pick<DemandEntity, 'id' | 'contentHash'>;

const COLUMNS = Object.entries(IMPORTED);
const RECORDSET = `jsonb_to_recordset($1::jsonb) AS r(id uuid, ${COLUMNS.map(([name, [, type]]) => `"${name}" ${type}`).join(', ')})`;
const UPDATE = `UPDATE demand d SET ${COLUMNS.map(([name, [column]]) => `${column} = r."${name}"`).join(', ')}
  FROM ${RECORDSET} WHERE d.id = r.id`;

/** Writes one batch of an import: new rows posted, changed rows over the old, unchanged rows not at all. */
@Injectable()
export class WriteDemands {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Called inside a change. */
  async run({ organizationId, by, dryRun }: DemandTarget, rows: CheckedDemand[]) {
    const stored = await this.stored(organizationId, rows);
    const fresh = rows.filter(({ sourceId }) => !stored.has(sourceId));
    const changed = rows.flatMap((row) => {
      const earlier = stored.get(row.sourceId);
      return earlier && earlier.contentHash !== row.contentHash ? [{ ...row, id: earlier.id }] : [];
    });
    if (!dryRun) {
      await this.post(organizationId, by, fresh);
      await this.update(by, changed);
    }
    const unchanged = rows.length - fresh.length - changed.length;
    return { created: fresh.length, updated: changed.length, unchanged };
  }

  /** Imports for one organization take turns, so that two of them cannot both think a row is new. */
  private async stored(organizationId: string, rows: CheckedDemand[]): Promise<Map<string, Stored>> {
    await this.db.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`stx.import.${organizationId}`]);
    const stored = await this.db.query<Stored & { sourceId: string }>(
      `SELECT id, source_id AS "sourceId", content_hash AS "contentHash"
         FROM demand WHERE organization_id = $1 AND source_id = ANY ($2) FOR UPDATE`,
      [organizationId, rows.map(({ sourceId }) => sourceId)],
    );
    return new Map(stored.map((row) => [row.sourceId, row]));
  }

  private async post(organizationId: string, by: Viewer, rows: CheckedDemand[]): Promise<void> {
    if (rows.length === 0) return;
    const refs = await nextRefs(this.db, 'D', rows.length);
    const publishedAt = new Date();
    const demands = rows.map((row, i): DemandEntity => ({
      targetZh: null,
      targetEn: null,
      fieldCode: null,
      regionCode: null,
      budgetAmount: null,
      ...row,
      id: newId(),
      ref: refs[i]!,
      state: 'PUBLISHED',
      organizationId,
      isAnonymous: false,
      cooperationMode: 'OPEN',
      publishedAt,
      isDemonstration: false,
    }));
    await this.db.repository(DemandEntity).insert(demands);
    this.db.record(...demands.map((demand) => postedFact(demand, by)));
  }

  /** What is still looked for is posted again with its new text; a closed demand stays closed. */
  private async update(by: Viewer, rows: (CheckedDemand & { id: string })[]): Promise<void> {
    if (rows.length === 0) return;
    await this.db.query(UPDATE, [JSON.stringify(rows)]);
    const open = { id: In(rows.map(({ id }) => id)), state: 'PUBLISHED' as const };
    const demands = await this.db.repository(DemandEntity).find({ where: open, order: { id: 'ASC' } });
    this.db.record(...demands.map((demand) => postedFact(demand, by)));
  }
}
