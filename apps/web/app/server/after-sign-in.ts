import { redirect } from 'react-router';
import type { AuthReply } from './context';

/** Goes on with the cookies of a sign-in. */
export function withCookies(to: string, { setCookie }: Extract<AuthReply, { ok: true }>): Response {
  const headers = new Headers();
  for (const cookie of setCookie) headers.append('set-cookie', cookie);
  return redirect(to, { headers });
}
