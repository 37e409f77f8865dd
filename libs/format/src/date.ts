import type { Language } from './language.js';
import { type Instant, pad, venueDay, venueTime } from './venue-time.js';

const WEEKDAYS_ZH = '日一二三四五六';
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS_EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export const weekdayName = (weekday: number, language: Language): string =>
  language === 'zh-CN' ? `周${WEEKDAYS_ZH[weekday]}` : WEEKDAYS_EN[weekday]!;

export const monthName = (month: number): string => MONTHS_EN[month - 1]!;

/** In text: `2026年11月5日（周四）`, `Thu 5 Nov 2026`. */
export function formatDate(at: Instant, language: Language): string {
  const { year, month, day, weekday } = venueTime(at);
  return language === 'zh-CN'
    ? `${year}年${month}月${day}日（${weekdayName(weekday, language)}）`
    : `${weekdayName(weekday, language)} ${day} ${monthName(month)} ${year}`;
}

/** In tables: `2026-11-05`, `5 Nov 2026`. */
export function formatDay(at: Instant, language: Language): string {
  const { year, month, day } = venueTime(at);
  return language === 'zh-CN' ? venueDay(at) : `${day} ${monthName(month)} ${year}`;
}

/** `14:03`, on the venue's clock. */
export function formatTime(at: Instant): string {
  const { hour, minute } = venueTime(at);
  return `${pad(hour)}:${pad(minute)}`;
}

/** `14:03:09`, or `14:03:09.123`. */
export function formatTimeExact(at: Instant, withMilliseconds = false): string {
  const { second, millisecond } = venueTime(at);
  return `${formatTime(at)}:${pad(second)}${withMilliseconds ? `.${pad(millisecond, 3)}` : ''}`;
}

/** `2026-11-05 14:03:09`, `5 Nov 2026, 14:03:09`. */
export function formatDateTime(at: Instant, language: Language): string {
  return `${formatDay(at, language)}${language === 'zh-CN' ? ' ' : ', '}${formatTimeExact(at)}`;
}

/** Without seconds, for plans: `2026-11-05 14:03`, `5 Nov 2026, 14:03`. */
export function formatDateMinute(at: Instant, language: Language): string {
  return `${formatDay(at, language)}${language === 'zh-CN' ? ' ' : ', '}${formatTime(at)}`;
}
