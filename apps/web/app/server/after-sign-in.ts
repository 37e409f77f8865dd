import { redirect } from 'react-router';

/** Goes on with the cookies of a sign-in. */
export function withCookies(to: string, { setCookie = [] }: { setCookie?: string[] }): Response {
  const headers = new Headers();
  for (const cookie of setCookie) headers.append('set-cookie', cookie);
  return redirect(to, { headers });
}
