import { addressIn, languageOf, plainPath } from './language';

test.each([
  ['/', 'zh-CN', '/'],
  ['/achievements', 'zh-CN', '/achievements'],
  ['/energy', 'zh-CN', '/energy'],
  ['/en', 'en', '/'],
  ['/en/achievements', 'en', '/achievements'],
])('%s speaks %s', (pathname, language, plain) => {
  expect(languageOf(pathname)).toBe(language);
  expect(plainPath(pathname)).toBe(plain);
});

test('the same page in the other language', () => {
  expect(addressIn('en', '/')).toBe('/en');
  expect(addressIn('en', '/lots/L2026-000001')).toBe('/en/lots/L2026-000001');
  expect(addressIn('zh-CN', '/lots/L2026-000001')).toBe('/lots/L2026-000001');
});

test('data requests of the English home page speak English', () => {
  expect(languageOf('/en.data')).toBe('en');
});
