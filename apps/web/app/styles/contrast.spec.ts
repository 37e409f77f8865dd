import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--stx-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['bg', 'surface', 'sunken'];
const statuses = ['neutral', 'info', 'good', 'care', 'stop', 'live', 'lead', 'outbid'];
const tinted = ['info', 'good', 'care', 'stop', 'neutral'];

const textPairs = [
  ...['text', 'muted', 'primary'].flatMap((name) => grounds.map((ground) => [name, ground])),
  ...['bg', 'surface'].map((ground) => ['visited', ground]),
  ...statuses.map((status) => [`${status}-text`, `${status}-fill`]),
  ...tinted.map((status) => ['text', `${status}-fill`]),
  ...tinted.map((status) => ['primary', `${status}-fill`]),
  ...['good', 'stop', 'care'].map((status) => [`${status}-text`, 'bg']),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
] as [string, string][];

const edgePairs = [
  ...grounds.map((ground) => ['edge', ground]),
  ...grounds.map((ground) => ['focus', ground]),
  ['series-1', 'bg'],
  ['series-2', 'bg'],
  ['series-3', 'bg'],
] as [string, string][];

describe.each(['light', 'dark'] as const)('contrast, %s', (theme) => {
  const ratio = ([front, ground]: [string, string]) =>
    contrast(tokens.get(front)![theme], tokens.get(ground)![theme]);

  test.each(textPairs)('%s on %s can be read', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edgePairs)('%s on %s can be seen', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3);
  });
});

test('the values are those of the design language', () => {
  expect(tokens.get('primary')).toEqual({ light: '#0b5394', dark: '#7fb8f2' });
  expect(contrast('#16202b', '#ffffff')).toBeCloseTo(16.5, 1);
});
