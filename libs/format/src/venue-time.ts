/** The venue's clock is UTC+8 the year round. */
export const VENUE_OFFSET_MS = 8 * 3_600_000;
export const VENUE_ZONE = 'UTC+8';

export type Instant = string | number | Date;

export interface VenueTime {
  year: number;
  month: number;
  day: number;
  /** 0 = Sunday. */
  weekday: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** @throws RangeError on what is not an instant */
export function toMillis(at: Instant): number {
  const ms = at instanceof Date ? at.getTime() : typeof at === 'number' ? at : Date.parse(at);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${String(at)}`);
  return ms;
}

/** Fields of an instant on the venue's clock. A plain day `2026-11-05` is that day. */
export function venueTime(at: Instant): VenueTime {
  const isDay = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at);
  const local = new Date(toMillis(at) + (isDay ? 0 : VENUE_OFFSET_MS));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  };
}

export const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** Day on the venue's clock, `2026-11-05`. */
export function venueDay(at: Instant): string {
  const { year, month, day } = venueTime(at);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}
