import { refuse } from '@stx/platform';

/** @throws Refused REQUEST_ID_REQUIRED when it could not serve as one */
export function checkedRequestId(requestId: unknown): string {
  if (typeof requestId === 'string' && /^[\w-]{8,64}$/.test(requestId)) return requestId;
  return refuse('REQUEST_ID_REQUIRED', { field: 'requestId' });
}
