import { pad } from './venue-time.js';

/** A clock that counts down: `1:02:09`, `0:00:05`. Rounds up, so that 0:00:00 means the end. */
export function formatClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  return `${Math.floor(seconds / 3_600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** A short span as rules state it: `5:00`, `0:30`. */
export function formatSpan(seconds: number): string {
  return seconds >= 3_600 ? formatClock(seconds * 1_000) : `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
}
