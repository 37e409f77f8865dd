import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  DomainDatabase,
  optionalText,
  pageSize,
  requireMember,
  toPage,
  type Page,
  type Viewer,
} from '@stx/platform';
import { In } from 'typeorm';
import { DemandEntity } from './demand.entity.js';

export interface DemandQuery {
  text?: string | null;
  fieldCode?: string[] | null;
  first: number;
  after?: string | null;
}

const WORDS = `coalesce(d.title_zh, '') || ' ' || coalesce(d.title_en, '') || ' ' || coalesce(d.problem_zh, '') || ' ' ||
               coalesce(d.problem_en, '')`;

/** Reading demands. Every published demand is public; who posted an anonymous one is decided in `toDemand`. */
@Injectable()
export class Demands {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  byRef(ref: string): Promise<DemandEntity | null> {
    return this.db.repository(DemandEntity).findOneBy({ ref });
  }

  byIds(ids: readonly string[]): Promise<DemandEntity[]> {
    return this.db.repository(DemandEntity).findBy({ id: In([...ids]) });
  }

  /** Open demands, newest first. */
  published(query: DemandQuery): Promise<Page<DemandEntity>> {
    const words = optionalText(query.text, 'text', 200)?.split(/\s+/) ?? [];
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const parameters: unknown[] = [patterns, query.fieldCode?.length ? query.fieldCode : null];
    return this.page(
      `d.state = 'PUBLISHED' AND ${WORDS} ILIKE ALL ($1) AND ($2::text[] IS NULL OR d.field_code = ANY ($2))`,
      parameters,
      query,
    );
  }

  /** Everything the viewer's organization has posted. */
  mine(viewer: Viewer, query: DemandQuery): Promise<Page<DemandEntity>> {
    const { organizationId } = requireMember(viewer);
    return this.page('d.organization_id = $1', [organizationId], query);
  }

  private async page(
    where: string,
    parameters: unknown[],
    { first, after }: DemandQuery,
  ): Promise<Page<DemandEntity>> {
    const size = pageSize(first);
    const place = decodeCursor(after);
    const next = parameters.length;
    const [count] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM demand d WHERE ${where}`,
      parameters,
    );
    const rows = await this.db.query<{ id: string }>(
      `SELECT d.id FROM demand d WHERE ${where}
          AND ($${next + 1}::timestamptz IS NULL OR (d.published_at, d.id) < ($${next + 1}, $${next + 2}::uuid))
        ORDER BY d.published_at DESC, d.id DESC LIMIT $${next + 3}`,
      [...parameters, place?.[0] ?? null, place?.[1] ?? null, size + 1],
    );
    const loaded = new Map(
      (await this.byIds(rows.map((row) => row.id))).map((demand) => [demand.id, demand]),
    );
    const demands = rows.map((row) => loaded.get(row.id)!);
    return toPage(demands, size, count!.n, (demand) => [demand.publishedAt.toISOString(), demand.id]);
  }
}
