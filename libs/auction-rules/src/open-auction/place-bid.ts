import type { BidCommand, MaxBidCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';
import { clockAfterBid } from './bidding-clock.js';
import { checkOnGrid, gridFor } from './grid.js';
import { resolve, type Challenge } from './resolve.js';

/** A plain bid of exactly this amount (R27). The leader does not bid against himself (R28). */
export function placeBid(draft: Draft, command: BidCommand, now: number): Ruling {
  if (command.by === draft.state.leader) return 'SELF_OUTBID';
  const max = BigInt(command.amount);
  return (
    checkOnGrid(draft.state, command.by, max) ??
    challenge(draft, { bidder: command.by, max, kind: 'bid' }, now)
  );
}

/** A secret maximum: of a challenger (R34), or a change of the leader's own, which nobody else notices (R36). */
export function setMaximum(draft: Draft, command: MaxBidCommand, now: number): Ruling {
  const { leader, price } = draft.state;
  const max = BigInt(command.max);
  if (command.by === leader) {
    if (price !== null && max < price) return 'MAX_BELOW_PRICE';
    return draft.emit('MAX_SET', now, { bidder: command.by, max: command.max });
  }
  if (max < gridFor(draft.state, command.by).least) return 'TOO_LOW';
  return challenge(draft, { bidder: command.by, max, kind: 'maxBid' }, now);
}

function challenge(draft: Draft, bid: Challenge, now: number): Ruling {
  const { leader, price, leaderMax } = resolve(draft.state, bid);
  return draft.emit('BID', now, {
    bidder: bid.bidder,
    amount: bid.max.toString(),
    kind: bid.kind,
    price: price.toString(),
    leader,
    leaderMax: leaderMax.toString(),
    bids: draft.state.bids + 1,
    ...clockAfterBid(draft.state, now),
  });
}
