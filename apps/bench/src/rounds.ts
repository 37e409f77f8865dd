/** What a benchmark prints: the product and its raw baseline, measured in turns in the same run. */
export interface BenchReport {
  name: string;
  unit: string;
  product: number;
  baseline: number;
  /** product ÷ baseline, medians of the rounds. */
  ratio: number;
  rounds: { product: number; baseline: number }[];
  notes: Record<string, number | string>;
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Seconds one measurement lasts. */
export const SECONDS = Number(process.env['STX_BENCH_SECONDS'] ?? 3);

/** Measures both in turns, so that a busy machine slows both. */
export async function inTurns(
  name: string,
  unit: string,
  measure: { product(): Promise<number>; baseline(): Promise<number> },
  { rounds = 5, notes = {} }: { rounds?: number; notes?: BenchReport['notes'] } = {},
): Promise<BenchReport> {
  await measure.product();
  await measure.baseline();
  const results: BenchReport['rounds'] = [];
  for (let round = 0; round < rounds; round++) {
    results.push({ product: await measure.product(), baseline: await measure.baseline() });
  }
  const product = median(results.map((result) => result.product));
  const baseline = median(results.map((result) => result.baseline));
  return { name, unit, product, baseline, ratio: product / baseline, rounds: results, notes };
}

/** Runs `act` on `connections` loops for `SECONDS`; acts a second. */
export async function actsPerSecond(connections: number, act: () => Promise<unknown>): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  let acts = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        await act();
        acts++;
      }
    }),
  );
  return acts / ((performance.now() - started) / 1000);
}
