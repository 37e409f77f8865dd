import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Null on the server and where scripts do not run; then whether this browser has passkeys. */
export const useKnowsPasskeys = (): boolean | null =>
  useSyncExternalStore<boolean | null>(never, browserSupportsWebAuthn, () => null);
