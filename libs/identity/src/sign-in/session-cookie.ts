import { createHmac, timingSafeEqual } from 'node:crypto';

/** A cookie of a `Cookie` header, decoded; null when absent or malformed. The first of its name counts. */
function cookieOf(header: string, name: string): string | null {
  const pair = header.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
  try {
    return pair ? decodeURIComponent(pair.slice(pair.indexOf('=') + 1).trim()) : null;
  } catch {
    return null; // a broken escape is no cookie of ours
  }
}

/** What stands before the first `=` and `;` of `Set-Cookie` lines, as the browser would send it back. */
export const cookieHeaderOf = (setCookie: readonly string[]): string =>
  setCookie.map((line) => line.split(';')[0]).join('; ');

/**
 * The session token of a cookie header, its signature verified: `token.base64(HMAC-SHA256(token))`, as better-auth
 * writes it. Null for anything else.
 */
export function sessionTokenOf(
  header: string | null | undefined,
  name: string,
  secret: string,
): string | null {
  const value = header ? cookieOf(header, name) : null;
  const dot = value?.lastIndexOf('.') ?? -1;
  if (!value || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
