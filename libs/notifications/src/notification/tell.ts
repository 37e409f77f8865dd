import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, Jobs, type StoredFact } from '@stx/platform';
import { nextDigest } from '../letter/next-digest.js';
import { wakeWriter } from '../letter/wake-writer.js';
import { KINDS } from './kinds.js';
import { notificationId } from './notification-id.js';
import type { Told } from './told.js';

/** Several facts of one cause are waited for before one mail tells of all. */
const GATHER_MS = 60_000;

/** Stores what a fact tells to whom, and what of it is to be mailed. Harmless when repeated, also from zero. */
@Injectable()
export class Tell {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  /** In the running change. */
  async run(fact: StoredFact, all: Told[]): Promise<void> {
    const due = new Set<number>();
    for (const told of all) {
      const dueAt = await this.tell(fact, told);
      if (dueAt) due.add(dueAt.getTime());
    }
    for (const at of due) await wakeWriter(this.db, this.jobs, new Date(at));
  }

  private async tell({ id: factId, at }: StoredFact, told: Told): Promise<Date | null> {
    const { kind, audience, about, data = {}, path, dueAt = null, cause = factId } = told;
    const id = notificationId(kind, cause, audience);
    const sum = told.addsUp
      ? `jsonb_set(excluded.data, '{count}', to_jsonb((n.data ->> 'count')::int + (excluded.data ->> 'count')::int))`
      : 'excluded.data';
    await this.db.query(
      `INSERT INTO notification AS n (id, kind, case_key, ref, title_zh, title_en, person_id, organization_id, roles, data,
                                      path, due_at, happened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (id) DO UPDATE SET data = ${sum}, path = excluded.path, due_at = excluded.due_at,
                                      happened_at = excluded.happened_at
        WHERE n.happened_at <= excluded.happened_at`,
      [
        id,
        kind,
        about.key,
        about.ref,
        about.titleZh ?? null,
        about.titleEn ?? null,
        audience.personId ?? null,
        audience.organizationId ?? null,
        audience.roles ?? null,
        JSON.stringify(data),
        path,
        dueAt,
        at,
      ],
    );
    return this.dispatch(id, told, at);
  }

  /** Nothing is queued twice: the row stays when the notification is built anew. @returns when the new row is due */
  private async dispatch(id: string, { kind, addsUp }: Told, at: Date): Promise<Date | null> {
    const { mail } = KINDS[kind];
    if (mail === 'NONE') return null;
    const dueAt = mail === 'DIGEST' ? nextDigest(at) : addsUp ? new Date(at.getTime() + GATHER_MS) : at;
    const queued = await this.db.query(
      `INSERT INTO dispatch (notification_id, about, due_at)
       SELECT $1, $2, $3 FROM mailing_start WHERE at <= $2::timestamptz ON CONFLICT DO NOTHING
       RETURNING 1`,
      [id, at, dueAt],
    );
    return queued.length > 0 ? dueAt : null;
  }
}
