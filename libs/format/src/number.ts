import { groupDigits } from './digits.js';
import type { Language } from './language.js';

/** `1,234.5`; at most `places` decimals, half up, no zeros at the end. */
export function formatNumber(value: number | bigint, places = 0): string {
  if (typeof value === 'bigint')
    return `${value < 0n ? '−' : ''}${groupDigits((value < 0n ? -value : value).toString())}`;
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(places).split('.');
  const decimals = fraction.replace(/0+$/, '');
  const text = decimals ? `${groupDigits(whole)}.${decimals}` : groupDigits(whole);
  return value < 0 && text !== '0' ? `−${text}` : text;
}

/** A share of 1 as `7.3%`. */
export function formatPercent(ratio: number, places = 1): string {
  return `${formatNumber(ratio * 100, places)}%`;
}

/** Shares as stored: 7,300 basis points → `73%`. */
export const formatBasisPoints = (basisPoints: number): string => formatPercent(basisPoints / 10_000);

/** Growth with its sign and direction in shape, never in colour: `▲ +7.3%`, `▼ −2.1%`. */
export function formatGrowth(ratio: number): string {
  const text = formatPercent(ratio);
  if (text === '0%') return '0%';
  return ratio > 0 ? `▲ +${text}` : `▼ ${text}`;
}

/** Difference of two percentages: `+0.4个百分点`, `+0.4 pp`. */
export function formatPoints(difference: number, language: Language): string {
  const text = formatNumber(difference * 100, 1);
  return `${difference > 0 && text !== '0' ? '+' : ''}${text}${language === 'zh-CN' ? '个百分点' : ' pp'}`;
}
