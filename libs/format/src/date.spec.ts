import {
  daysBetween,
  formatClock,
  formatDate,
  formatDateMinute,
  formatDateTime,
  formatDay,
  formatDeadline,
  formatGrowth,
  formatList,
  formatNumber,
  formatPercent,
  formatPoints,
  formatQuarter,
  formatSpan,
  formatTimeExact,
  workingDaysBetween,
} from './index.js';

const at = '2026-11-05T06:03:09.123Z';

describe('dates on the venue’s clock', () => {
  test('forms', () => {
    expect(formatDate(at, 'zh-CN')).toBe('2026年11月5日（周四）');
    expect(formatDate(at, 'en')).toBe('Thu 5 Nov 2026');
    expect(formatDateTime(at, 'zh-CN')).toBe('2026-11-05 14:03:09');
    expect(formatDateTime(at, 'en')).toBe('5 Nov 2026, 14:03:09');
    expect(formatDateMinute(at, 'en')).toBe('5 Nov 2026, 14:03');
    expect(formatTimeExact(at, true)).toBe('14:03:09.123');
    expect(formatDay('2026-11-05', 'zh-CN')).toBe('2026-11-05');
    expect(formatDate('2026-11-05', 'en')).toBe('Thu 5 Nov 2026');
  });

  test('the day turns at midnight UTC+8', () => {
    expect(formatDay('2026-12-31T16:00:00.000Z', 'zh-CN')).toBe('2027-01-01');
    expect(formatDay('2026-12-31T15:59:59.999Z', 'zh-CN')).toBe('2026-12-31');
  });

  test('what is not an instant throws', () => expect(() => formatDay('soon', 'en')).toThrow(RangeError));

  test('deadlines', () => {
    const now = '2026-11-13T02:00:00.000Z';
    expect(formatDeadline('2026-11-20T09:00:00.000Z', now, 'zh-CN')).toBe(
      '11月20日（周五）17:00 截止，还有 5 个工作日',
    );
    expect(formatDeadline('2026-11-20T09:00:00.000Z', now, 'en')).toBe(
      'by Fri 20 Nov, 17:00 UTC+8, 5 working days left',
    );
    expect(formatDeadline('2026-11-13T09:00:00.000Z', now, 'zh-CN')).toBe(
      '11月13日（周五）17:00 截止，不足 1 个工作日',
    );
    expect(formatDeadline('2026-11-16', now, 'en')).toBe('by Mon 16 Nov, 1 working day left');
    expect(formatDeadline('2027-01-04', now, 'zh-CN')).toMatch(/^2027年1月4日（周一）截止/);
    expect(formatDeadline('2026-11-12', now, 'en')).toBe('ended Thu 12 Nov');
    expect(formatDeadline('2026-11-13', now, 'en')).toBe('by Fri 13 Nov, less than 1 working day left');
  });

  test('the official calendar moves working days', () => {
    const calendar = {
      holidays: new Set(['2026-10-01', '2026-10-02']),
      extraWorkingDays: new Set(['2026-10-10']),
    };
    expect(workingDaysBetween('2026-09-30', '2026-10-02', calendar)).toBe(0);
    expect(workingDaysBetween('2026-10-09', '2026-10-10', calendar)).toBe(1);
    expect(daysBetween('2026-11-01', '2026-11-13')).toBe(12);
  });

  test('clocks and spans', () => {
    expect(formatClock(3_729_000)).toBe('1:02:09');
    expect(formatClock(1)).toBe('0:00:01');
    expect(formatClock(-5)).toBe('0:00:00');
    expect(formatSpan(300)).toBe('5:00');
  });

  test('quarters and lists', () => {
    expect(formatQuarter('2026Q3', 'zh-CN')).toBe('2026年第3季度');
    expect(formatQuarter('2026Q3', 'en')).toBe('Q3 2026');
    expect(formatList(['A', 'B', 'C'], 'zh-CN')).toBe('A、B和C');
    expect(formatList(['A', 'B', 'C'], 'en')).toBe('A, B and C');
    expect(formatList([], 'en')).toBe('');
  });

  test('numbers', () => {
    expect(formatNumber(1234.5, 1)).toBe('1,234.5');
    expect(formatNumber(-1204)).toBe('−1,204');
    expect(formatNumber(1_234_567n)).toBe('1,234,567');
    expect(formatNumber(-0.01, 1)).toBe('0');
    expect(formatPercent(0.073)).toBe('7.3%');
    expect(formatPoints(0.004, 'zh-CN')).toBe('+0.4个百分点');
    expect(formatPoints(0.004, 'en')).toBe('+0.4 pp');
    expect(formatGrowth(0.073)).toBe('▲ +7.3%');
    expect(formatGrowth(-0.021)).toBe('▼ −2.1%');
    expect(formatGrowth(0)).toBe('0%');
  });
});
