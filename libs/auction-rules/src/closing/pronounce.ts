import type { Draft } from '../decide/draft.js';
import { judge } from './judge.js';

/** Writes the outcome (R22, R49). The bids have decided it; nobody who pronounces can change it. */
export function pronounce(draft: Draft, at: number): void {
  const judgement = judge(draft.state);
  if ('reason' in judgement) draft.emit('UNSOLD', at, judgement);
  else draft.emit('SOLD', at, judgement);
}

/** R22: without an auctioneer the outcome follows at once; with one the lot waits. */
export function pronounceUnlessAuctioneer(draft: Draft, at: number): void {
  if (draft.state.lot.hammer.mode === 'AUTO') pronounce(draft, at);
}
