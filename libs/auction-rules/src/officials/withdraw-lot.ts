import type { WithdrawCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';

/** R25: the reason is kept to the letter; units already ordered stay sold. */
export function withdrawLot(draft: Draft, { by, reason }: WithdrawCommand, now: number): Ruling {
  return draft.emit('WITHDRAWN', now, { by, reason });
}
