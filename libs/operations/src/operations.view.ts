import type { DeadLetter } from './dead-letter/dead-letters.service.js';
import type { JobCount } from './subscriber/subscribers.service.js';

export const toDeadLetter = (letter: DeadLetter) => ({ ...letter, parkedAt: letter.parkedAt.toISOString() });

export const toJobCount = (count: JobCount) => ({
  ...count,
  oldestAt: count.oldestAt?.toISOString() ?? null,
});
