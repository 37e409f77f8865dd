import { isAPIError } from 'better-auth/api';
import { ADDRESS_HEADER } from '../account/auth.js';

/** What the gateway hands on: cookies to set, or why not. */
export type AuthReply<Code extends string = string> =
  { ok: true; setCookie: string[] } | { ok: false; code: Code };

export interface Origin {
  ip?: string;
  userAgent?: string;
  /** The page's own origin, which a passkey signs; the front door has turned foreign ones away. */
  site?: string;
}

/** better-auth reads caller and cookies from headers. */
export function headersOf({ ip, userAgent, site }: Origin, cookie?: string | null): Headers {
  const headers = new Headers();
  if (ip) headers.set(ADDRESS_HEADER, ip);
  if (userAgent) headers.set('user-agent', userAgent.replace(/[^\x20-\x7e]/g, '').slice(0, 300));
  if (site) headers.set('origin', site);
  if (cookie) headers.set('cookie', cookie);
  return headers;
}

/** The reply, or better-auth's code when it says no; what is no answer of better-auth is thrown on. */
export async function answerOf<T>(call: Promise<T>): Promise<{ reply: T } | { code: string }> {
  try {
    return { reply: await call };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return { code: error.body?.code ?? 'UNKNOWN' };
  }
}
