import type { INestApplicationContext } from '@nestjs/common';
import {
  AccountSecurity,
  ApiTokens,
  Passkeys,
  PasskeySignIn,
  ProviderSignIn,
  SignIn,
  type Origin,
} from '@stx/identity';
import { Refused, refusalMessage, type Language, type Viewer } from '@stx/platform';

interface AccountRequest {
  cookie: string;
  origin: Origin;
  viewer: Viewer;
  language: Language;
}

/** What account pages ask of identity (`AccountContext` of the web); it knows cookies, no request. */
export function accountContext(
  app: INestApplicationContext,
  { cookie, origin, viewer, language }: AccountRequest,
) {
  const signIn = app.get(SignIn, { strict: false });
  const security = app.get(AccountSecurity, { strict: false });
  const passkeySignIn = app.get(PasskeySignIn, { strict: false });
  const passkeys = app.get(Passkeys, { strict: false });
  const provider = app.get(ProviderSignIn, { strict: false });
  const tokens = app.get(ApiTokens, { strict: false });
  const orRefusal = async <T extends object>(act: () => Promise<T>) => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { field, params } = error.details;
      return { refusal: refusalMessage(error.code, language, params), field: field ?? null };
    }
  };
  return {
    signIn: (email: string, password: string) => signIn.signIn({ email, password, ...origin }),
    provider: provider.name,
    startAtProvider: (next: string, failedAt: string) => provider.start({ next, failedAt, ...origin }),
    finishAtProvider: (search: string) => provider.finish({ search, cookie, ...origin }),
    signUp: (name: string, email: string, password: string) =>
      signIn.signUp({ name, email, password, ...origin }),
    confirmEmail: (token: string) => signIn.confirmEmail(token),
    confirmAgain: (email: string) => signIn.confirmAgain(email),
    recoverPassword: (email: string) => signIn.recoverPassword(email),
    resetPassword: (token: string, password: string) => signIn.resetPassword(token, password),
    verifySecondFactor: (code: string) => signIn.verifySecondFactor({ cookie, code, ...origin }),
    enrolSecondFactor: (password: string) => signIn.enrolSecondFactor(cookie, password),
    dropSecondFactor: (password: string) => security.dropSecondFactor(cookie, password),
    passkeyChallenge: () => passkeySignIn.challenge(origin),
    signInByPasskey: (response: Record<string, unknown>) =>
      passkeySignIn.run({ cookie, response, ...origin }),
    passkeys: async () =>
      (await passkeys.of(cookie)).map(({ createdAt, lastUsedAt, ...passkey }) => ({
        ...passkey,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    newPasskeyChallenge: (password: string) => passkeys.challenge(cookie, password),
    addPasskey: (name: string, response: Record<string, unknown>) =>
      passkeys.add({ cookie, name, response, ...origin }),
    removePasskey: (id: string) => orRefusal(async () => ({ done: await passkeys.remove(cookie, id) })),
    renewBackupCodes: (password: string) => security.renewBackupCodes(cookie, password),
    signOut: () => signIn.signOut(cookie),
    signOutEverywhere: () => signIn.signOutEverywhere(cookie),
    actFor: (organizationId: string) => signIn.actFor(cookie, organizationId),
    security: async () => {
      const { sessions, ...rest } = await security.of(cookie);
      return {
        ...rest,
        sessions: sessions.map(({ createdAt, seenAt, ...session }) => ({
          ...session,
          createdAt: createdAt.toISOString(),
          seenAt: seenAt.toISOString(),
        })),
      };
    },
    endSession: (id: string) => orRefusal(async () => ({ done: await security.endSession(cookie, id) })),
    tokens: async () =>
      (await tokens.list(viewer)).map(({ createdAt, expiresAt, lastUsedAt, ...token }) => ({
        ...token,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    createToken: (input: { name: string; scopes: string[]; days: number }) =>
      orRefusal(() => tokens.create(cookie, input)),
    revokeToken: (id: string) => orRefusal(async () => ({ done: await tokens.revoke(viewer, id) })),
  };
}
