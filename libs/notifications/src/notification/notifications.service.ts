import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  DomainDatabase,
  isId,
  pageSize,
  Refused,
  toPage,
  type Page,
  type PageRequest,
  type Viewer,
} from '@stx/platform';
import { INBOX, IS_READ, OWN, ownParameters, requirePerson } from './inbox-owner.js';
import { kindsWith, type Kind, type Topic } from './kinds.js';
import type { ToldData } from './told.js';

export interface NotificationQuery extends PageRequest {
  unreadOnly: boolean;
  topic?: Topic | null;
}

export interface NotificationRow {
  id: string;
  kind: Kind;
  caseKey: string;
  ref: string | null;
  titleZh: string | null;
  titleEn: string | null;
  data: ToldData;
  path: string;
  dueAt: Date | null;
  happenedAt: Date;
  isRead: boolean;
}

/** Reading the viewer's own inbox; what others were told does not exist here. */
@Injectable()
export class Notifications {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Unread first, then newest first. @throws Refused SIGN_IN_REQUIRED, PAGE_SIZE, CURSOR */
  async mine(viewer: Viewer, query: NotificationQuery): Promise<Page<NotificationRow>> {
    const own = ownParameters(requirePerson(viewer));
    const size = pageSize(query.first);
    const place = placeOf(query.after);
    const { unreadOnly, topic } = query;
    const kinds = topic ? kindsWith((rule) => rule.topic === topic) : null;
    const where = `${OWN} AND (NOT $4::boolean OR NOT ${IS_READ}) AND ($5::text[] IS NULL OR n.kind = ANY ($5))`;
    const parameters = [...own, unreadOnly, kinds];
    const [count] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${INBOX} WHERE ${where}`,
      parameters,
    );
    const rows = await this.db.query<NotificationRow>(
      `SELECT n.id, kind, case_key AS "caseKey", ref, title_zh AS "titleZh", title_en AS "titleEn", data, path,
              due_at AS "dueAt", happened_at AS "happenedAt", ${IS_READ} AS "isRead"
         FROM ${INBOX} WHERE ${where}
          AND ($6::boolean IS NULL OR (NOT ${IS_READ}, happened_at, n.id) < (NOT $6, $7::timestamptz, $8::uuid))
        ORDER BY NOT ${IS_READ} DESC, happened_at DESC, n.id DESC LIMIT $9`,
      [...parameters, ...place, size + 1],
    );
    return toPage(rows, size, count!.n, ({ isRead, happenedAt, id }) => [
      isRead ? 1 : 0,
      happenedAt.toISOString(),
      id,
    ]);
  }

  /** @throws Refused SIGN_IN_REQUIRED */
  async unread(viewer: Viewer): Promise<number> {
    const own = ownParameters(requirePerson(viewer));
    const [count] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${INBOX} WHERE ${OWN} AND NOT ${IS_READ}`,
      own,
    );
    return count!.n;
  }
}

/** The last row of the page before: was it read, when, which. @throws Refused CURSOR */
function placeOf(after: string | null | undefined): [boolean | null, string | null, string | null] {
  const keys = decodeCursor(after);
  if (!keys) return [null, null, null];
  const [isRead, at, id] = keys;
  if ((isRead !== 0 && isRead !== 1) || typeof at !== 'string' || Number.isNaN(Date.parse(at)) || !isId(id))
    throw new Refused('CURSOR', { field: 'after' });
  return [isRead === 1, at, id as string];
}
