import type { DomainDatabase, Jobs } from '@stx/platform';

export const WRITE_LETTERS = 'notifications.write-letters';

/** Queues the writer for `dueAt`. One job an instant, so that a later one never takes the place of an earlier one. */
export async function wakeWriter(db: DomainDatabase, jobs: Jobs, dueAt: Date): Promise<void> {
  const isNow = dueAt.getTime() <= Date.now();
  const key = isNow ? WRITE_LETTERS : `${WRITE_LETTERS}:${dueAt.getTime()}`;
  await jobs.add(db, WRITE_LETTERS, {}, key, isNow ? new Date() : dueAt);
}
