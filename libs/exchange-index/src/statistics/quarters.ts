/** Chinese statistics close their quarters at midnight of UTC+8. */
const OFFSET_MS = 8 * 3_600_000;

/** Names of the last `count` quarters such as `2026Q3`, oldest first, ending with the one that `at` lies in. */
export function lastQuarters(at: Date, count: number): string[] {
  const local = new Date(at.getTime() + OFFSET_MS);
  const last = local.getUTCFullYear() * 4 + Math.floor(local.getUTCMonth() / 3);
  return Array.from({ length: count }, (_, i) => last - count + 1 + i).map(
    (n) => `${Math.floor(n / 4)}Q${(n % 4) + 1}`,
  );
}
