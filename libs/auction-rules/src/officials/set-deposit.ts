import type { DepositCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';
import type { LotState } from '../state/lot-state.js';

/** R13: whoever stands to win may not be left without the deposit; everybody else's may be lowered. */
export function setDeposit(draft: Draft, { bidder, held }: DepositCommand, now: number): Ruling {
  if (BigInt(held) < draft.state.lot.depositRequired && isBound(draft.state, bidder)) return 'DEPOSIT_LOCKED';
  return draft.emit('DEPOSIT_SET', now, { bidder, held });
}

/** The leader, who accepted a Dutch step, a live envelope's owner, a buyer. */
function isBound({ leader, envelopes, sales }: LotState, bidder: string): boolean {
  return leader === bidder || envelopes.has(bidder) || sales.has(bidder);
}
