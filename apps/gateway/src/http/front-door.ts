import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** Headers of every answer: nothing from other hosts, no framing, no sniffing (S27, S28). */
export function securityHeaders(isHttps: boolean) {
  return (_: Request, response: Response, next: NextFunction): void => {
    const nonce = randomBytes(16).toString('base64');
    response.locals['nonce'] = nonce;
    response.set({
      'content-security-policy': [
        `default-src 'self'`,
        `script-src 'self' 'nonce-${nonce}'`,
        `style-src 'self' 'nonce-${nonce}'`,
        `img-src 'self' data:`,
        `connect-src 'self' ws: wss:`,
        `object-src 'none'`,
        `base-uri 'none'`,
        `form-action 'self'`,
        `frame-ancestors 'none'`,
      ].join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    });
    next();
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Only our own pages may act for a signed-in person: foreign origins are turned away on every changing request. */
export function ownOriginOnly(origins: ReadonlySet<string>) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (SAFE.has(request.method)) return next();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const isForeign = (origin !== undefined && !origins.has(origin)) || site === 'cross-site';
    if (!isForeign) return next();
    response.status(403).json({
      errors: [{ message: 'This request came from another site.', extensions: { code: 'CROSS_SITE' } }],
    });
  };
}
