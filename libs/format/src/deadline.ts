import { formatTime, monthName, weekdayName } from './date.js';
import type { Language } from './language.js';
import { type Instant, toMillis, VENUE_OFFSET_MS, VENUE_ZONE, venueDay, venueTime } from './venue-time.js';

const DAY_MS = 86_400_000;

/** What the official calendar says where it differs from Monday to Friday. */
export interface WorkingDayCalendar {
  holidays: ReadonlySet<string>;
  extraWorkingDays: ReadonlySet<string>;
}

const MONDAY_TO_FRIDAY: WorkingDayCalendar = { holidays: new Set(), extraWorkingDays: new Set() };

function isWorkingDay(dayMs: number, calendar: WorkingDayCalendar): boolean {
  const day = new Date(dayMs).toISOString().slice(0, 10);
  if (calendar.extraWorkingDays.has(day)) return true;
  const weekday = new Date(dayMs).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.has(day);
}

/** Working days after the day of `from` up to and with the day of `to`, on the venue's clock. */
export function workingDaysBetween(from: Instant, to: Instant, calendar = MONDAY_TO_FRIDAY): number {
  const start = Date.parse(venueDay(from));
  const end = Date.parse(venueDay(to));
  let count = 0;
  for (let day = start + DAY_MS; day <= end; day += DAY_MS) if (isWorkingDay(day, calendar)) count++;
  return count;
}

/** Whole calendar days from one instant's day to another's; negative when it lies before. */
export function daysBetween(from: Instant, to: Instant): number {
  const dayOf = (at: Instant) =>
    typeof at === 'string' && at.length === 10
      ? toMillis(at) / DAY_MS
      : Math.floor((toMillis(at) + VENUE_OFFSET_MS) / DAY_MS);
  return dayOf(to) - dayOf(from);
}

/**
 * `11月20日（周五）17:00 截止，还有 5 个工作日`, `by Fri 20 Nov, 17:00 UTC+8, 5 working days left`.
 * A plain day has no time of day: it ends with the day.
 */
export function formatDeadline(
  at: Instant,
  now: Instant,
  language: Language,
  calendar = MONDAY_TO_FRIDAY,
): string {
  const { year, month, day, weekday } = venueTime(at);
  const isDay = typeof at === 'string' && at.length === 10;
  const isOtherYear = year !== venueTime(now).year;
  const isOver = isDay ? daysBetween(now, at) < 0 : toMillis(at) < toMillis(now);
  const left = workingDaysBetween(now, at, calendar);
  if (language === 'zh-CN') {
    const date = `${isOtherYear ? `${year}年` : ''}${month}月${day}日（${weekdayName(weekday, language)}）`;
    const end = `${date}${isDay ? '' : `${formatTime(at)} `}${isOver ? '已截止' : '截止'}`;
    return isOver ? end : `${end}，${left === 0 ? '不足 1 个工作日' : `还有 ${left} 个工作日`}`;
  }
  const date = `${weekdayName(weekday, language)} ${day} ${monthName(month)}${isOtherYear ? ` ${year}` : ''}`;
  const end = `${date}${isDay ? '' : `, ${formatTime(at)} ${VENUE_ZONE}`}`;
  if (isOver) return `ended ${end}`;
  return `by ${end}, ${left === 0 ? 'less than 1 working day' : `${left} working day${left === 1 ? '' : 's'}`} left`;
}
