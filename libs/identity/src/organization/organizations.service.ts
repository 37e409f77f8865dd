import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  DomainDatabase,
  hasRole,
  pageSize,
  requireRole,
  toPage,
  type Page,
  type Viewer,
} from '@stx/platform';
import { In } from 'typeorm';
import { OrganizationEntity } from './organization.entity.js';

export interface OrganizationsQuery {
  kind?: string | null;
  first: number;
  after?: string | null;
}

/** Reading organizations. Admitted ones are public; others exist for operators and their own people only (S21). */
@Injectable()
export class Organizations {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  async byRef(viewer: Viewer, ref: string): Promise<OrganizationEntity | null> {
    const found = await this.db.repository(OrganizationEntity).findBy({ ref });
    return (await this.visible(viewer, found))[0] ?? null;
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<OrganizationEntity[]> {
    return this.visible(viewer, await this.db.repository(OrganizationEntity).findBy({ id: In([...ids]) }));
  }

  /** The admitted organization of a credit code or public number. */
  byCode(code: string): Promise<OrganizationEntity | null> {
    return this.db.repository(OrganizationEntity).findOneBy([
      { creditCode: code, admission: 'ADMITTED' },
      { ref: code, admission: 'ADMITTED' },
    ]);
  }

  /** Admitted organizations, by name. */
  async admitted({ kind, first, after }: OrganizationsQuery): Promise<Page<OrganizationEntity>> {
    const size = pageSize(first);
    const place = decodeCursor(after);
    const where = `admission = 'ADMITTED' AND ($1::text IS NULL OR kind = $1)`;
    const [count] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM organization WHERE ${where}`,
      [kind ?? null],
    );
    const rows = await this.db.query<{ id: string }>(
      `SELECT id FROM organization WHERE ${where} AND ($2::text IS NULL OR (name_zh, id) > ($2, $3::uuid))
        ORDER BY name_zh, id LIMIT $4`,
      [kind ?? null, place?.[0] ?? null, place?.[1] ?? null, size + 1],
    );
    return toPage(await this.inOrder(rows), size, count!.n, ({ nameZh, id }) => [nameZh, id]);
  }

  /** Applications that wait, longest first. */
  async waiting(viewer: Viewer, { first, after }: OrganizationsQuery): Promise<Page<OrganizationEntity>> {
    requireRole(viewer, 'OPERATOR');
    const size = pageSize(first);
    const place = decodeCursor(after);
    const [count] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM organization WHERE admission = 'SUBMITTED'`,
    );
    const rows = await this.db.query<{ id: string }>(
      `SELECT id FROM organization
        WHERE admission = 'SUBMITTED' AND ($1::timestamptz IS NULL OR (submitted_at, id) > ($1, $2::uuid))
        ORDER BY submitted_at, id LIMIT $3`,
      [place?.[0] ?? null, place?.[1] ?? null, size + 1],
    );
    return toPage(await this.inOrder(rows), size, count!.n, ({ submittedAt, id }) => [
      submittedAt.toISOString(),
      id,
    ]);
  }

  private async inOrder(rows: { id: string }[]): Promise<OrganizationEntity[]> {
    const found = await this.db.repository(OrganizationEntity).findBy({ id: In(rows.map(({ id }) => id)) });
    const byId = new Map(found.map((organization) => [organization.id, organization]));
    return rows.map(({ id }) => byId.get(id)!);
  }

  private async visible(viewer: Viewer, found: OrganizationEntity[]): Promise<OrganizationEntity[]> {
    const hidden = found.filter(({ admission }) => admission !== 'ADMITTED').map(({ id }) => id);
    if (hidden.length === 0 || hasRole(viewer, 'OPERATOR', 'SUPERVISOR')) return found;
    const own = await this.db.query<{ id: string }>(
      'SELECT DISTINCT organization_id AS id FROM membership WHERE person_id = $1 AND organization_id = ANY ($2)',
      [viewer.personId, hidden],
    );
    const mine = new Set(own.map(({ id }) => id));
    return found.filter(({ admission, id }) => admission === 'ADMITTED' || mine.has(id));
  }
}
