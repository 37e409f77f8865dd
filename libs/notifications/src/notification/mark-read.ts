import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, isId, type Viewer } from '@stx/platform';
import { refuse } from '../refusals.js';
import { INBOX, IS_READ, OWN, ownParameters, requirePerson } from './inbox-owner.js';
import { Notifications } from './notifications.service.js';

const MAX_IDS = 100;

/** A person has read notifications. Read twice is read once, so a repeated request needs no number of its own. */
@Injectable()
export class MarkRead {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Notifications) private readonly notifications: Notifications,
  ) {}

  /** @returns how many are unread now. @throws Refused SIGN_IN_REQUIRED, TOO_MANY_IDS */
  async run(viewer: Viewer, ids: readonly string[]): Promise<number> {
    const person = requirePerson(viewer);
    if (ids.length > MAX_IDS) refuse('TOO_MANY_IDS', { field: 'ids', params: { max: MAX_IDS } });
    return this.mark(person, ids.filter(isId));
  }

  /** @throws Refused SIGN_IN_REQUIRED */
  async all(viewer: Viewer): Promise<number> {
    return this.mark(requirePerson(viewer), null);
  }

  /** What happens after this moment is unread again. */
  private async mark(viewer: Viewer, ids: string[] | null): Promise<number> {
    await this.db.query(
      `INSERT INTO reading (person_id, notification_id, read_at)
       SELECT $1, n.id, n.happened_at FROM ${INBOX}
        WHERE ${OWN} AND NOT ${IS_READ} AND ($4::uuid[] IS NULL OR n.id = ANY ($4))
       ON CONFLICT (person_id, notification_id) DO UPDATE SET read_at = excluded.read_at`,
      [...ownParameters(viewer), ids],
    );
    return this.notifications.unread(viewer);
  }
}
