import type { DomainDatabase } from '../database/domain-database.js';

/**
 * Reserves `count` public numbers such as `A2026-000123` in the running transaction, without gap:
 * the counter row stays locked until commit, so a rolled-back act gives its numbers back.
 */
export async function nextRefs(
  db: DomainDatabase,
  letter: string,
  count = 1,
  now = new Date(),
): Promise<string[]> {
  const year = now.getUTCFullYear();
  const [row] = await db.query<{ last: number }>(
    `INSERT INTO ref_counter (letter, year, last) VALUES ($1, $2, $3)
     ON CONFLICT (letter, year) DO UPDATE SET last = ref_counter.last + $3 RETURNING last`,
    [letter, year, count],
  );
  const first = Number(row!.last) - count + 1;
  return Array.from({ length: count }, (_, i) => `${letter}${year}-${String(first + i).padStart(6, '0')}`);
}
