import type { Draft } from '../decide/draft.js';
import { TRAITS } from '../lot/formats.js';
import { unseal } from '../sealed/unseal.js';
import { pronounceUnlessAuctioneer } from './pronounce.js';

/** R21: bidding is over. Envelopes that need officers wait for them (R43); the rest goes on to the hammer (R22). */
export function endBidding(draft: Draft, at: number): void {
  draft.emit('CLOSED', at, {});
  if (draft.state.phase === 'OPENING') return;
  if (TRAITS[draft.state.lot.format].sealed) unseal(draft, at);
  else pronounceUnlessAuctioneer(draft, at);
}
