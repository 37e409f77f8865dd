import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';

/** What the page says an authenticator answered; unread. */
export type WebAuthnResponse = Record<string, unknown>;

/** Whether it has the shape of an answer; what is in it is verified by the library. */
export const isAnswer = (
  response: WebAuthnResponse,
): response is WebAuthnResponse & AuthenticationResponseJSON =>
  typeof response['id'] === 'string' &&
  /^[\w-]{1,1400}$/.test(response['id']) &&
  typeof response['response'] === 'object' &&
  response['response'] !== null;
