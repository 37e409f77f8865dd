import { createHmac } from 'node:crypto';
import type { StxConfig } from '@stx/platform';

/** Where people reach this exchange; the address in letters. */
export const publicUrlOf = (config: StxConfig): string =>
  (config.STX_PUBLIC_URL ?? `http://localhost:${config.STX_PORT}`).replace(/\/+$/, '');

export const isHttps = (config: StxConfig): boolean => publicUrlOf(config).startsWith('https:');

/** `__Host-` binds a cookie to this very host and to https (S27); plain http on loopback cannot have it. */
export const cookiePrefixOf = (config: StxConfig): string => (isHttps(config) ? '__Host-stx' : 'stx');

/** One secret a purpose, so that a signature made for one never counts for another. */
export const derivedSecret = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(`stx.identity.${purpose}`).digest('hex');
