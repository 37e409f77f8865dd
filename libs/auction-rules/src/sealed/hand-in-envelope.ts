import type { SealedBidCommand, WithdrawBidCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';
import { TRAITS } from '../lot/formats.js';

/** R41, R42: a new envelope replaces the old one and takes the new place in time. */
export function handInEnvelope(draft: Draft, { by, amount }: SealedBidCommand, now: number): Ruling {
  const { format, startPrice } = draft.state.lot;
  const { reverse } = TRAITS[format];
  if (reverse && BigInt(amount) > startPrice) return 'TOO_HIGH';
  if (!reverse && BigInt(amount) < startPrice) return 'TOO_LOW';
  return draft.emit('SEALED_BID', now, { bidder: by, amount });
}

/** R42: the bidder may hand in again afterwards. */
export function takeBackEnvelope(draft: Draft, { by }: WithdrawBidCommand, now: number): Ruling {
  if (!draft.state.envelopes.has(by)) return 'NO_LIVE_BID';
  return draft.emit('SEALED_WITHDRAWN', now, { bidder: by });
}
