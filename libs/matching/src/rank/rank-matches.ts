import { sharesOf } from './largest-remainder.js';
import { textOf, titleOf, type Candidate, type RankedDemand } from './match-input.js';
import { fitMaturity, freshness, sameField, sameRegion, withinBudget, type Signal } from './signals.js';
import { agreeing, keysOf } from './words.js';

/** Changes whenever the same snapshot would give another order or score. */
export const MATCHING_VERSION = '1';

/** Points of a full score, by reason; they sum to 10,000. */
export const WEIGHTS = {
  TERMS: 6500,
  FIELD: 1200,
  REGION: 500,
  MATURITY: 800,
  PRICE: 600,
  FRESHNESS: 400,
} as const;
export type ReasonKind = keyof typeof WEIGHTS;

export interface MatchReason {
  kind: ReasonKind;
  /** Of the score; the reasons of a match sum to 10,000. */
  shareBasisPoints: number;
  /** Words, codes and figures that agree, as stored. */
  evidence: string[];
}

export interface RankedMatch {
  achievementId: string;
  /** 0 to 10,000. */
  score: number;
  reasons: MatchReason[];
}

/** Words shown of a match. */
const MOST_WORDS = 8;

interface Scored {
  candidate: Candidate;
  points: [ReasonKind, number, Signal][];
  score: number;
}

/**
 * Orders candidates for a demand and says why. Pure: the same demand, candidates and `newest` publication give the
 * same result, in whatever order the candidates come.
 */
export function rankMatches(
  demand: RankedDemand,
  candidates: readonly Candidate[],
  newest: Date,
  first: number,
): RankedMatch[] {
  if (candidates.length === 0) return [];
  const best = candidates.reduce((a, b) => (byRelevance(a, b) <= 0 ? a : b));
  const agreement = agreementOf(demand, best);
  return candidates
    .map((candidate) => scored(demand, candidate, newest, (agreement * candidate.relevance) / best.relevance))
    .sort((a, b) => b.score - a.score || byRelevance(a.candidate, b.candidate))
    .slice(0, first)
    .map((match) => explained(demand, match));
}

const byRelevance = (a: Candidate, b: Candidate): number =>
  b.relevance - a.relevance || (a.id < b.id ? -1 : 1);

/**
 * BM25 orders but has no scale of its own: the share of the demand's title that the best candidate speaks of gives it
 * one, so a demand that nothing fits gets low scores throughout.
 */
function agreementOf(demand: RankedDemand, best: Candidate): number {
  const asked = keysOf(titleOf(demand));
  const said = keysOf(textOf(best));
  const both = [...asked].filter((key) => said.has(key)).length;
  return asked.size === 0 ? 0.1 : Math.max(0.1, Math.sqrt(both / asked.size));
}

function scored(demand: RankedDemand, candidate: Candidate, newest: Date, terms: number): Scored {
  const signals: [ReasonKind, Signal][] = [
    ['TERMS', { strength: terms, evidence: [] }],
    ['FIELD', sameField(demand, candidate)],
    ['REGION', sameRegion(demand, candidate)],
    ['MATURITY', fitMaturity(demand, candidate)],
    ['PRICE', withinBudget(demand, candidate)],
    ['FRESHNESS', freshness(newest, candidate)],
  ];
  const points = signals
    .map(([kind, signal]): Scored['points'][number] => [
      kind,
      Math.round(WEIGHTS[kind] * signal.strength),
      signal,
    ])
    .filter(([, point]) => point > 0);
  return { candidate, points, score: points.reduce((sum, [, point]) => sum + point, 0) };
}

function explained(demand: RankedDemand, { candidate, points, score }: Scored): RankedMatch {
  const shares = score > 0 ? sharesOf(points.map(([, point]) => point)) : [];
  const reasons = points.map(([kind, , { evidence }], i) => ({
    kind,
    shareBasisPoints: shares[i]!,
    evidence: kind === 'TERMS' ? agreeingWords(demand, candidate) : evidence,
  }));
  return { achievementId: candidate.id, score, reasons };
}

/** Words of the achievement that the demand uses too, those of the demand's title first. */
function agreeingWords(demand: RankedDemand, candidate: Candidate): string[] {
  const { problemZh, problemEn, targetZh, targetEn } = demand;
  const text = textOf(candidate);
  const title = keysOf(titleOf(demand));
  const whole = keysOf([problemZh, problemEn, targetZh, targetEn].filter((part) => part !== null).join('\n'));
  const words = [
    ...agreeing(text, title),
    ...agreeing(text, new Set([...whole].filter((key) => !title.has(key)))),
  ];
  return words.slice(0, MOST_WORDS);
}
