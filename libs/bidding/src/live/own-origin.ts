import type { IncomingMessage } from 'node:http';

/**
 * May this request open a live room? Pages of other sites may not (S27): a browser names the page's origin on every
 * request across origins and on every WebSocket. Programs name none.
 */
export function isOwnOrigin({ headers }: IncomingMessage, allowed: ReadonlySet<string>): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  return headers.origin === undefined || allowed.has(headers.origin);
}
