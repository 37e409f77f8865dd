import type { StxConfig } from '@stx/platform';
import type { GenericOAuthConfig } from 'better-auth/plugins';
import { publicUrlOf } from '../account/installation.js';

/** How better-auth names the one provider of this installation. */
export const PROVIDER_ID = 'oidc';

/** Where the provider sends people back to; to be registered there. */
const returnUrlOf = (config: StxConfig): string => `${publicUrlOf(config)}/sign-in/callback`;

/** What people read on the button; null where no provider is configured. */
export const providerNameOf = ({ STX_OIDC_ISSUER: issuer, STX_OIDC_NAME: name }: StxConfig): string | null =>
  issuer ? (name ?? new URL(issuer).hostname) : null;

/** The OpenID Connect provider for better-auth: code flow with PKCE, state and nonce, ID tokens verified. */
export function oidcOf(config: StxConfig): GenericOAuthConfig[] {
  const { STX_OIDC_ISSUER: issuer, STX_OIDC_CLIENT_ID: clientId, STX_OIDC_CLIENT_SECRET: secret } = config;
  if (!issuer || !clientId) return [];
  return [
    {
      providerId: PROVIDER_ID,
      discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
      requireIdTokenVerification: true,
      clientId,
      ...(secret
        ? { clientSecret: secret, authentication: 'basic' as const }
        : { tokenEndpointAuth: { method: 'none' as const } }),
      redirectURI: returnUrlOf(config),
      scopes: ['openid', 'email', 'profile'],
      pkce: true,
    },
  ];
}

/** Whether the provider says that it asked for more than one factor (RFC 8176). */
export function saysManyFactors(idToken: string | null): boolean {
  const payload = idToken?.split('.')[1];
  if (!payload) return false;
  const { amr } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { amr?: unknown };
  return Array.isArray(amr) && amr.includes('mfa');
}
