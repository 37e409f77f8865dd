import { pronounce } from '../closing/pronounce.js';
import type { HammerCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';

/** R22: the hammer only pronounces. */
export function fallHammer(draft: Draft, { by }: HammerCommand, now: number): Ruling {
  const seq = draft.emit('HAMMER', now, { by });
  pronounce(draft, now);
  return seq;
}
