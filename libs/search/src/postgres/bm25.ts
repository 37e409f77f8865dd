import { FREQUENCY_SCALE } from './lexemes.js';
import type { Group, Plan } from './plan.js';

/** Saturation of the frequency and strength of length normalisation (Robertson and Zaragoza 2009; values of the Anserini baseline). */
const K1 = 0.9;
const B = 0.4;

/** How much it says that a document has the word; never negative. */
const informationOf = (df: number, documents: number): number =>
  Math.log(1 + (documents - df + 0.5) / (df + 0.5));

/**
 * BM25 over weighted frequencies (fields are added up before saturation, as in BM25F). Of the readings of one word the best one counts.
 * @param frequencies as stored: 8 × weighted frequency by lexeme
 * @param length weighted number of words of the document
 */
export function bm25(plan: Plan, frequencies: ReadonlyMap<string, number>, length: number): number {
  const relativeLength = plan.averageLength > 0 ? length / plan.averageLength : 1;
  const normal = K1 * (1 - B + B * relativeLength);
  let score = 0;
  for (const group of plan.groups) {
    const best = bestReading(group, frequencies, normal);
    if (best > 0) score += group.weight * informationOf(group.df, plan.documents) * best;
  }
  return score;
}

function bestReading(group: Group, frequencies: ReadonlyMap<string, number>, normal: number): number {
  let best = 0;
  for (const { lexemes, weight } of group.alternatives) {
    let frequency = Infinity;
    for (const lexeme of lexemes) frequency = Math.min(frequency, frequencies.get(lexeme) ?? 0);
    if (frequency === 0) continue;
    const times = frequency / FREQUENCY_SCALE;
    best = Math.max(best, (weight * times * (K1 + 1)) / (times + normal));
  }
  return best;
}
