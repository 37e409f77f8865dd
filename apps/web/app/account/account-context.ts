import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** Cookies to set, or the code of why not. */
export type AuthReply = { ok: true; setCookie: string[] } | { ok: false; code: string; setCookie?: string[] };

export type EnrolReply =
  { ok: true; setCookie: string[]; totpUri: string; backupCodes: string[] } | { ok: false; code: string };

/** What the browser hands to the authenticator, with a cookie that carries the challenge. */
export type ChallengeReply<Options> =
  { ok: true; setCookie: string[]; options: Options } | { ok: false; code: string };

export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}
export type StartReply = { ok: true; url: string; setCookie: string[] } | { ok: false; code: string };

export type ProviderReply =
  | { ok: true; next: string; setCookie: string[]; asksFactor: boolean }
  | { ok: false; code: string; failedAt: string; setCookie: string[] };

export interface OpenSession {
  id: string;
  isCurrent: boolean;
  createdAt: string;
  seenAt: string;
  userAgent: string | null;
  address: string | null;
}

export interface ApiToken {
  id: string;
  name: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

type OrRefusal<T> = T | { refusal: string; field: string | null };

/** What account pages ask of the exchange: who signs in, and how an account is kept safe. */
export interface AccountContext {
  /** `SECOND_FACTOR_REQUIRED` comes with cookies that carry the challenge. */
  signIn(email: string, password: string): Promise<AuthReply>;
  /** Name of the provider where members of an organization sign in; null where there is none. */
  provider: string | null;
  startAtProvider(next: string, failedAt: string): Promise<StartReply>;
  /** `search` is what the provider added to our address. */
  finishAtProvider(search: string): Promise<ProviderReply>;
  signUp(name: string, email: string, password: string): Promise<AuthReply>;
  confirmEmail(token: string): Promise<AuthReply>;
  confirmAgain(email: string): Promise<AuthReply>;
  recoverPassword(email: string): Promise<AuthReply>;
  resetPassword(token: string, password: string): Promise<AuthReply>;
  /** Answers a sign-in's challenge, finishes enrolling, or freshens the factor of a session. */
  verifySecondFactor(code: string): Promise<AuthReply>;
  enrolSecondFactor(password: string): Promise<EnrolReply>;
  /** New codes instead of the old ones, told this once. */
  renewBackupCodes(
    password: string,
  ): Promise<{ ok: true; backupCodes: string[] } | { ok: false; code: string }>;
  dropSecondFactor(password: string): Promise<AuthReply>;
  passkeyChallenge(): Promise<ChallengeReply<PublicKeyCredentialRequestOptionsJSON>>;
  /** The answer of the authenticator, as it came. */
  signInByPasskey(response: Record<string, unknown>): Promise<AuthReply>;
  /** Newest first. */
  passkeys(): Promise<Passkey[]>;
  newPasskeyChallenge(password: string): Promise<ChallengeReply<PublicKeyCredentialCreationOptionsJSON>>;
  addPasskey(name: string, response: Record<string, unknown>): Promise<AuthReply>;
  removePasskey(id: string): Promise<OrRefusal<{ done: void }>>;
  signOut(): Promise<AuthReply>;
  signOutEverywhere(): Promise<AuthReply>;
  actFor(organizationId: string): Promise<AuthReply>;
  security(): Promise<{ hasSecondFactor: boolean; sessions: OpenSession[] }>;
  endSession(id: string): Promise<OrRefusal<{ done: void }>>;
  tokens(): Promise<ApiToken[]>;
  /** The token is told this once. */
  createToken(input: {
    name: string;
    scopes: string[];
    days: number;
  }): Promise<OrRefusal<{ id: string; token: string }>>;
  revokeToken(id: string): Promise<OrRefusal<{ done: void }>>;
}
