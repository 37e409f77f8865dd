export type Language = 'zh-CN' | 'en';

/** The language of an address: `/en` and below is English, everything else Chinese. */
export function languageOf(pathname: string): Language {
  return /^\/en(\/|\.data$|$)/.test(pathname) ? 'en' : 'zh-CN';
}

/** The same page without its language prefix. */
export function plainPath(pathname: string): string {
  return languageOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname;
}

/** The address of a plain path in a language. */
export function addressIn(language: Language, path: string): string {
  if (language === 'zh-CN') return path;
  return path === '/' ? '/en' : `/en${path}`;
}
