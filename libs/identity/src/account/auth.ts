import { newId, type DomainDatabase, type PlatformOptions } from '@stx/platform';
import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { asPerson } from './as-person.js';
import { cookiePrefixOf, derivedSecret, isHttps, publicUrlOf } from './installation.js';
import type { AccountLetters } from './account-letters.js';
import { authPool } from './auth-pool.js';
import { passkeys } from './passkey-plugin.js';
import { oidcOf } from '../provider/oidc.js';
import { hashPassword, isPassword } from './password-hash.js';

export const AUTH = Symbol('better-auth');
export type Auth = ReturnType<typeof createAuth>;

/** A session ends after this whatever happens; idleness ends it earlier (`sessions.ts`). */
export const SESSION_SECONDS = 12 * 3600;
export const PASSWORD_LENGTH = { min: 10, max: 128 };
/** The gateway's word for the caller's address; read from no request. */
export const ADDRESS_HEADER = 'x-stx-address';

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' };

/**
 * better-auth for accounts, sessions and factors only; organizations, roles, limits and facts are ours. It never sees
 * a request: the gateway calls `SignIn`, which calls this.
 */
export function createAuth(db: DomainDatabase, options: PlatformOptions, letters: AccountLetters) {
  // joins the running change; an account that comes from a provider is made outside one
  const record = (type: string, personId: string) =>
    db.change(async () => db.record({ type, subjectId: personId, data: {}, by: asPerson(personId) }));
  return betterAuth({
    appName: 'Southern Technology Exchange',
    baseURL: publicUrlOf(options.config),
    secret: derivedSecret(options.secret, 'accounts'),
    database: authPool(db),
    telemetry: { enabled: false },
    logger: { disabled: true }, // its lines may quote addresses (S36)
    rateLimit: { enabled: false }, // ours counts in the database, see `attempts.ts`
    advanced: {
      cookiePrefix: cookiePrefixOf(options.config),
      useSecureCookies: false, // would add a second prefix, `__Secure-`
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: isHttps(options.config),
      },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId(), validateSchema: false },
    },
    databaseHooks: { user: { create: { after: async ({ id }) => record('PersonSignedUp', id) } } },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', ...dates },
      // whoever holds an address at a provider without having shown it gets no account by it
      validateUserInfo: ({ user, source }) =>
        source.method === 'oauth' && user.emailVerified !== true
          ? { error: 'email_not_verified' }
          : undefined,
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...dates,
      },
      additionalFields: {
        organizationId: { type: 'string', required: false, input: false, fieldName: 'organization_id' },
      },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'account',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...dates,
      },
      // both sides must have confirmed the address before a provider may open an account that exists
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...dates } },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false, // and so the answer for a known address is the answer for an unknown one
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: { hash: hashPassword, verify: isPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      onPasswordReset: async ({ user }) => {
        await record('PasswordReset', user.id);
        await letters.securityChanged(user.email);
      },
      sendResetPassword: ({ user, token }) => letters.recovery(user.email, token),
      onExistingUserSignUp: ({ user }) => letters.alreadyKnown(user.email),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: 24 * 3600,
      afterEmailVerification: async ({ id }) => record('EmailConfirmed', id),
      sendVerificationEmail: ({ user, token }) => letters.confirmation(user.email, token),
    },
    plugins: [
      passkeys(),
      genericOAuth({ config: oidcOf(options.config) }),
      twoFactor({
        issuer: 'Southern Technology Exchange',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
}
