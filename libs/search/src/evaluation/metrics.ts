/** Judgements of one query: grade by document id; 0 or absent = not relevant. */
export type Grades = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulative gain, linear gain as in trec_eval. 0–1; 0 when nothing is relevant.
 * @param ranked document ids, best first, each once
 */
export function ndcgAt(k: number, ranked: string[], grades: Grades): number {
  const gain = (sum: number, grade: number, rank: number): number => sum + grade / Math.log2(rank + 2);
  const ideal = [...grades.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  const best = ideal.slice(0, k).reduce(gain, 0);
  if (best === 0) return 0;
  const got = ranked.slice(0, k).map((id) => Math.max(0, grades.get(id) ?? 0));
  return got.reduce(gain, 0) / best;
}

/** Part of the relevant documents that is among the first k. 0–1; 0 when nothing is relevant. */
export function recallAt(k: number, ranked: string[], grades: Grades): number {
  const relevant = [...grades].filter(([, grade]) => grade > 0).map(([id]) => id);
  if (relevant.length === 0) return 0;
  const seen = new Set(ranked.slice(0, k));
  return relevant.filter((id) => seen.has(id)).length / relevant.length;
}

/** 1 / rank of the first relevant document among the first k, else 0. */
export function reciprocalRankAt(k: number, ranked: string[], grades: Grades): number {
  const rank = ranked.slice(0, k).findIndex((id) => (grades.get(id) ?? 0) > 0);
  return rank < 0 ? 0 : 1 / (rank + 1);
}

/** The value below which the part `q` (0–1) of the values lies (nearest rank). NaN without values. */
export function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? NaN;
}
