import { satisfiesReserve } from '../closing/reserve.js';
import { required, type Scoring } from '../lot/lot.js';
import { compareFractions, fractionText, type Fraction } from '../money/fraction.js';
import type { Envelope, LotState } from '../state/lot-state.js';

export type LiveBid = Envelope & { readonly bidder: string };

/** A live envelope at its place; `score` is null where nothing is scored or the bid is not eligible (R46). */
export type RankedBid = LiveBid & { readonly score: string | null };

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** The live envelopes in the order of the public stream (R44, R46, R52); the best one first. */
export function ranking(state: LotState): RankedBid[] {
  const live = liveBids(state);
  if (state.lot.format === 'REVERSE_SEALED_SCORED') return scoredRanking(state, live);
  return live
    .sort((a, b) => ascending(b.amount, a.amount) || a.seq - b.seq)
    .map((bid) => ({ ...bid, score: null }));
}

/** R46: points that suffice, without a look at the amount. */
export function hasEnoughPoints({ lot, scores }: LotState, { bidder }: LiveBid): boolean {
  return (scores.get(bidder) ?? 0) >= required(lot.scoring, 'a scoring').minPoints;
}

export function liveBids({ envelopes }: LotState): LiveBid[] {
  return Array.from(envelopes.entries(), ([bidder, { amount, seq }]) => ({ bidder, amount, seq }));
}

/** R46, R52: the eligible by total, amount and place in time, then the others by `seq`. */
function scoredRanking(state: LotState, live: readonly LiveBid[]): RankedBid[] {
  const eligible = live.filter(
    (bid) => hasEnoughPoints(state, bid) && satisfiesReserve(state.lot, bid.amount),
  );
  const others = live.filter((bid) => !eligible.includes(bid)).sort((a, b) => a.seq - b.seq);
  const best = eligible.reduce((low, { amount }) => (amount < low ? amount : low), state.lot.startPrice);
  const scoring = required(state.lot.scoring, 'a scoring');
  const totals = eligible.map((bid) => ({
    bid,
    total: total(scoring, best, bid.amount, state.scores.get(bid.bidder) ?? 0),
  }));
  totals.sort(
    (a, b) =>
      compareFractions(b.total, a.total) || ascending(a.bid.amount, b.bid.amount) || a.bid.seq - b.bid.seq,
  );
  return [
    ...totals.map(({ bid, total: score }) => ({ ...bid, score: fractionText(score) })),
    ...others.map((bid) => ({ ...bid, score: null })),
  ];
}

/** priceWeight × best / amount + qualityWeight × points / maxPoints, as one exact fraction (R46). */
function total(scoring: Scoring, best: bigint, amount: bigint, points: number): Fraction {
  const maxPoints = BigInt(scoring.maxPoints);
  return {
    numerator:
      BigInt(scoring.priceWeight) * best * maxPoints +
      BigInt(scoring.qualityWeight) * BigInt(points) * amount,
    denominator: amount * maxPoints,
  };
}
