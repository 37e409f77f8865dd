import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Viewer } from './viewer.js';

/** Longest life of a signed identity, milliseconds (S23). */
const LIFETIME_MS = 30_000;
const HEADER = z.object({
  viewer: z.object({
    personId: z.string().nullable(),
    organizationId: z.string().nullable(),
    roles: z.array(z.string()),
    language: z.enum(['zh-CN', 'en']),
    isSystem: z.literal(false),
  }),
  audience: z.string(),
  bodyHash: z.string(),
  nonce: z.string(),
  expiresAt: z.number(),
});

export const VIEWER_HEADER = 'x-stx-viewer';

const hashOf = (body: string) => createHash('sha256').update(body).digest('base64url');
const macOf = (payload: string, secret: string) => createHmac('sha256', secret).update(payload).digest();

/** The gateway's word about the viewer, bound to one body, one service and a short time. */
export function signViewer(
  viewer: Viewer,
  audience: string,
  body: string,
  secret: string,
  now = Date.now(),
): string {
  const payload = Buffer.from(
    JSON.stringify({
      viewer,
      audience,
      bodyHash: hashOf(body),
      nonce: randomBytes(16).toString('base64url'),
      expiresAt: now + LIFETIME_MS,
    }),
  ).toString('base64url');
  return `${payload}.${macOf(payload, secret).toString('base64url')}`;
}

/** Verifies signed identities; remembers nonces until they expire, so a captured request cannot be played again. */
export class SignedViewerVerifier {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly audience: string,
    private readonly secret: string,
  ) {}

  /** The viewer, or null when anything at all is wrong. */
  verify(header: string | undefined, body: string, now = Date.now()): Viewer | null {
    const [payload, mac, ...rest] = header?.split('.') ?? [];
    if (!payload || !mac || rest.length > 0) return null;
    const given = Buffer.from(mac, 'base64url');
    const expected = macOf(payload, this.secret);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const parsed = HEADER.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    if (!parsed.success) return null;
    const { viewer, audience, bodyHash, nonce, expiresAt } = parsed.data;
    if (audience !== this.audience || bodyHash !== hashOf(body)) return null;
    if (expiresAt <= now || expiresAt > now + 2 * LIFETIME_MS) return null;
    return this.isFresh(nonce, expiresAt, now) ? viewer : null;
  }

  private isFresh(nonce: string, expiresAt: number, now: number): boolean {
    if (this.seen.has(nonce)) return false;
    for (const [old, end] of this.seen) if (end <= now) this.seen.delete(old);
    this.seen.set(nonce, expiresAt);
    return true;
  }
}
