import { safeNext } from './safe-next';

test.each(['/home', '/en/lots/L2026-000001?x=1#bid'])('%s is ours', (next) => {
  expect(safeNext(next, '/')).toBe(next);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/a\nb',
  '',
  null,
  5,
])('%s leads to the fallback', (next) => {
  expect(safeNext(next, '/home')).toBe('/home');
});
