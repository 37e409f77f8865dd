import { toMoney } from '@stx/platform';
import { nameOf, say } from '../texts/say.js';
import { isMandatory, KINDS } from './kinds.js';
import type { NotificationRow } from './notifications.service.js';

/** The GraphQL face of a notification. What has no title of its own is called by its kind. */
export function toNotification(row: NotificationRow) {
  const { kind, data, titleZh, titleEn, dueAt, happenedAt } = row;
  const { what, toDo, why } = say(kind, data);
  return {
    __typename: 'Notification' as const,
    id: row.id,
    kind,
    topic: KINDS[kind].topic,
    caseKey: row.caseKey,
    ref: row.ref,
    title: titleZh || titleEn ? { zh: titleZh, en: titleEn } : nameOf(kind),
    what,
    toDo,
    dueAt: dueAt?.toISOString() ?? null,
    amount: data.amount ? toMoney(data.amount, data.currency) : null,
    why,
    path: row.path,
    happenedAt: happenedAt.toISOString(),
    isRead: row.isRead,
    isMandatory: isMandatory(kind),
  };
}
