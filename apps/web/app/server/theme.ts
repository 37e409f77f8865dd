import type { Theme } from './context';

const COOKIE = 'stx-theme';

/** The theme a person chose, from the request's `Cookie` header. */
export function themeOf(cookieHeader: string | null | undefined): Theme {
  const value = new RegExp(`(?:^|;\\s*)${COOKIE}=(light|dark)(?:;|$)`).exec(cookieHeader ?? '')?.[1];
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function themeCookie(theme: Theme): string {
  const age = theme === 'system' ? 0 : 31_536_000;
  return `${COOKIE}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax`;
}
