import { pronounceUnlessAuctioneer } from '../closing/pronounce.js';
import type { UnsealCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';
import { ranking } from './ranking.js';

/** R43: opens the envelopes, also if there are none. From here the auctioneer's time runs, if there is one (R22). */
export function unseal(draft: Draft, at: number): void {
  const bids = ranking(draft.state).map(({ bidder, amount, score }) => ({
    bidder,
    amount: `${amount}`,
    score,
  }));
  draft.emit('UNSEALED', at, { bids });
  pronounceUnlessAuctioneer(draft, at);
}

/** R43: the consent of one officer; that of a second one opens the envelopes. */
export function voteToUnseal(draft: Draft, { by }: UnsealCommand, now: number): Ruling {
  if (draft.state.votes.includes(by)) return 'ALREADY_VOTED';
  const seq = draft.emit('UNSEAL_VOTE', now, { officer: by });
  if (draft.state.votes.length >= 2) unseal(draft, now);
  return seq;
}
