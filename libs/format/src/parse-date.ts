import { VENUE_OFFSET_MS, type Instant, pad, venueDay, venueTime } from './venue-time.js';

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

function dayMillis(text: string): number | null {
  const match = DAY.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const ms = Date.UTC(year, month - 1, day);
  const back = new Date(ms);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? ms : null;
}

/** A typed day, `2026-11-05` or `2026年11月5日`, as `2026-11-05`; null when it is none. */
export function parseDay(input: string): string | null {
  const ms = dayMillis(input.normalize('NFKC').trim());
  return ms === null ? null : new Date(ms).toISOString().slice(0, 10);
}

/** A typed time on the venue's clock, `2026-11-05 14:00`, as a UTC instant; null when it is none. */
export function parseVenueTime(input: string): string | null {
  const match = /^(\S+?)[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(input.normalize('NFKC').trim());
  const day = match && dayMillis(match[1]!);
  if (!match || day === null || day === undefined) return null;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return new Date(day + hour * 3_600_000 + minute * 60_000 + second * 1_000 - VENUE_OFFSET_MS).toISOString();
}

/** An instant as a person would type it on the venue's clock: `2026-11-05 14:00`. */
export function venueTimeForInput(at: Instant): string {
  const { hour, minute } = venueTime(at);
  return `${venueDay(at)} ${pad(hour)}:${pad(minute)}`;
}
