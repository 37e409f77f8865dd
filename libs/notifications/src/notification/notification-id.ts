import { createHash } from 'node:crypto';
import type { Audience } from './told.js';

/**
 * The same notification has the same id whenever it is built, so that a rebuilt inbox is read where it was read and
 * mailed where it was mailed. A UUID of version 8: its bits are ours.
 */
export function notificationId(
  kind: string,
  cause: string,
  { personId, organizationId, roles }: Audience,
): string {
  const audience = personId ?? `${organizationId ?? ''}/${[...(roles ?? [])].sort().join()}`;
  const hex = createHash('sha256').update(`${kind}\n${cause}\n${audience}`).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
