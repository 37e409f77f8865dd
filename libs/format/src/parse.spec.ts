import { moneyForInput, parseDay, parseMoney, parseVenueTime, venueTimeForInput } from './index.js';

describe('what a person types', () => {
  test.each([
    ['128万', '128000000'],
    ['1,280,000.00', '128000000'],
    ['１２８万元', '128000000'],
    ['¥1.28M', '128000000'],
    ['CNY 1,280,000', '128000000'],
    ['12.35亿', '123500000000'],
    ['1 280 000', '128000000'],
    ['0.05', '5'],
    ['0.00005万', '50'],
    ['128萬', '128000000'],
  ])('%s is money', (text, amount) => {
    expect(parseMoney(text)).toEqual({ amount });
  });

  test.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    ['abc', 'NOT_A_NUMBER'],
    ['1,28', 'NOT_A_NUMBER'],
    ['1.2.3', 'NOT_A_NUMBER'],
    ['1e9', 'NOT_A_NUMBER'],
    ['-5', 'NOT_POSITIVE'],
    ['0', 'NOT_POSITIVE'],
    ['0.001', 'TOO_PRECISE'],
    ['10000000000000000', 'TOO_LARGE'],
  ])('%s is refused: %s', (text, error) => {
    expect(parseMoney(text)).toEqual({ error });
  });

  test('an amount comes back as typed', () => {
    for (const amount of ['1', '99', '100', '128000000', '128000050']) {
      expect(parseMoney(moneyForInput(amount))).toEqual({ amount });
    }
  });

  test('days', () => {
    expect(parseDay('2026-11-05')).toBe('2026-11-05');
    expect(parseDay('2026年11月5日')).toBe('2026-11-05');
    expect(parseDay('2026-02-30')).toBeNull();
    expect(parseDay('tomorrow')).toBeNull();
  });

  test('times are the venue’s', () => {
    expect(parseVenueTime('2026-11-05 14:00')).toBe('2026-11-05T06:00:00.000Z');
    expect(parseVenueTime('2026-11-05T00:30')).toBe('2026-11-04T16:30:00.000Z');
    expect(parseVenueTime('2026-11-05 24:00')).toBeNull();
    expect(parseVenueTime('14:00')).toBeNull();
    expect(venueTimeForInput('2026-11-04T16:30:00.000Z')).toBe('2026-11-05 00:30');
  });
});
