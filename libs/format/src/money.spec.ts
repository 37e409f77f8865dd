import {
  amountInWords,
  formatAmount,
  formatBid,
  formatHeadline,
  formatMoney,
  formatMoneyWithCode,
} from './index.js';

const cny = (yuan: string) => ({ amount: yuan, currency: 'CNY' });

describe('money', () => {
  test.each([
    ['128000000', '¥1,280,000.00', 'CNY 1,280,000.00'],
    ['5', '¥0.05', 'CNY 0.05'],
    ['0', '¥0.00', 'CNY 0.00'],
    ['-123456', '−¥1,234.56', '−CNY 1,234.56'],
    ['99999999999999999900', '¥999,999,999,999,999,999.00', 'CNY 999,999,999,999,999,999.00'],
  ])('%s fen exactly', (amount, zh, en) => {
    expect(formatMoney(cny(amount), 'zh-CN')).toBe(zh);
    expect(formatMoney(cny(amount), 'en')).toBe(en);
  });

  test('bids drop empty fen only', () => {
    expect(formatBid(cny('128000000'), 'zh-CN')).toBe('¥1,280,000');
    expect(formatBid(cny('128000050'), 'en')).toBe('CNY 1,280,000.50');
  });

  test('other currencies carry their code, and those without a minor unit no decimals', () => {
    expect(formatMoney({ amount: '128000000', currency: 'HKD' }, 'zh-CN')).toBe('HKD 1,280,000.00');
    expect(formatMoney({ amount: '1280000', currency: 'JPY' }, 'en')).toBe('JPY 1,280,000');
    expect(formatMoneyWithCode(cny('128000000'))).toBe('CNY 1,280,000.00');
    expect(formatAmount(cny('128000000'))).toBe('1,280,000.00');
  });

  test.each([
    ['128000000', '128万元', 'CNY 1.28M'],
    ['123456700000', '12.35亿元', 'CNY 1.235bn'],
    ['980000', '9,800元', 'CNY 9,800'],
    ['9999999999', '1亿元', 'CNY 100M'],
    ['99999999999', '10亿元', 'CNY 1bn'],
    ['0', '0元', 'CNY 0'],
  ])('%s fen as a headline', (amount, zh, en) => {
    expect(formatHeadline(cny(amount), 'zh-CN')).toBe(zh);
    expect(formatHeadline(cny(amount), 'en')).toBe(en);
  });

  test.each([
    ['128000000', '壹佰贰拾捌万元整', 'one million two hundred and eighty thousand yuan'],
    ['0', '零元整', 'zero yuan'],
    ['5', '伍分', 'zero yuan and five fen'],
    ['100000500', '壹佰万零伍元整', 'one million and five yuan'],
    ['1680032', '壹万陆仟捌佰元叁角贰分', 'sixteen thousand eight hundred yuan and thirty-two fen'],
    ['10700005300', '壹亿零柒佰万零伍拾叁元整', 'one hundred and seven million and fifty-three yuan'],
    ['140950', '壹仟肆佰零玖元伍角整', 'one thousand four hundred and nine yuan and fifty fen'],
    ['600714', '陆仟零柒元壹角肆分', 'six thousand and seven yuan and fourteen fen'],
    ['32504', '叁佰贰拾伍元零肆分', 'three hundred and twenty-five yuan and four fen'],
    ['1001000000', '壹仟零壹万元整', 'ten million ten thousand yuan'],
    ['10000000000000', '壹仟亿元整', 'one hundred billion yuan'],
    ['1000010000000000', '壹拾万零壹亿元整', 'ten trillion one hundred million yuan'],
  ])('%s fen in words', (amount, zh, en) => {
    expect(amountInWords(cny(amount), 'zh-CN')).toBe(zh);
    expect(amountInWords(cny(amount), 'en')).toBe(en);
  });

  test('words refuse a negative amount', () => {
    expect(() => amountInWords(cny('-1'), 'en')).toThrow(RangeError);
  });
});
