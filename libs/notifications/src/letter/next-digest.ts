const HOUR_MS = 3_600_000;
/** 08:00 at the venue, which is UTC+8 the year round. */
const DIGEST_HOUR_UTC = 0;

/** The morning after `at`, when the day's digest is written. */
export function nextDigest(at: Date): Date {
  const next = new Date(at);
  next.setUTCHours(DIGEST_HOUR_UTC, 0, 0, 0);
  if (next.getTime() <= at.getTime()) next.setTime(next.getTime() + 24 * HOUR_MS);
  return next;
}
