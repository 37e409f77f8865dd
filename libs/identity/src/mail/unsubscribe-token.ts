import { createHmac, timingSafeEqual } from 'node:crypto';

/** Names one kind of mail of one person. */
export interface Unsubscription {
  personId: string;
  kind: string;
}

const macOf = (payload: string, secret: string) =>
  createHmac('sha256', secret).update(`stx.unsubscribe.${payload}`).digest();

/** Goes into a mail's link: whoever holds it may turn that kind off, and nothing else. */
export function unsubscribeToken({ personId, kind }: Unsubscription, secret: string): string {
  const payload = Buffer.from(`${personId} ${kind}`).toString('base64url');
  return `${payload}.${macOf(payload, secret).toString('base64url')}`;
}

/** Null for everything that this installation has not signed. */
export function readUnsubscribeToken(token: string, secret: string): Unsubscription | null {
  const [payload, mac, ...rest] = token.split('.');
  if (!payload || !mac || rest.length > 0) return null;
  const [given, expected] = [Buffer.from(mac, 'base64url'), macOf(payload, secret)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [personId, kind] = Buffer.from(payload, 'base64url').toString().split(' ');
  return personId && kind ? { personId, kind } : null;
}
