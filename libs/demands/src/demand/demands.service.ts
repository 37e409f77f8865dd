import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  newestFirst,
  optionalText,
  requireMember,
  type Page,
  type PageRequest,
  type Viewer,
} from '@stx/platform';
import { In } from 'typeorm';
import { DemandEntity } from './demand.entity.js';

export interface DemandQuery extends PageRequest {
  text?: string | null;
  fieldCode?: string[] | null;
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

  private page(where: string, parameters: unknown[], query: DemandQuery): Promise<Page<DemandEntity>> {
    const listing = { table: 'demand d', instant: 'published_at', where, parameters };
    return newestFirst(this.db, listing, query, (ids) => this.byIds(ids));
  }
}
