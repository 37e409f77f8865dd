import { toCsv } from './csv.js';

describe('toCsv', () => {
  it('quotes every cell and doubles the quotes inside', () => {
    expect(
      toCsv([
        ['a', 'b "c", d'],
        ['第一\n第二', ''],
      ]),
    ).toBe('"a","b ""c"", d"\r\n"第一\n第二",""\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
    'leaves no formula: %j',
    (text) => {
      expect(toCsv([[text]])).toBe(`"'${text}"\r\n`);
    },
  );
});
