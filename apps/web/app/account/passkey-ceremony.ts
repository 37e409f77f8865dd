import {
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { m } from '../messages/generated/messages';

/** Why nothing came of it, in words for the person. */
export interface Failure {
  message: string;
  field?: string | null;
}

async function post<Reply>(address: string, body: object): Promise<Reply | Failure> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok || answer.status === 422) return (await answer.json()) as Reply | Failure;
  } catch {
    // told to the person below, like an answer that is none of ours
  }
  return { message: m.passkey_not_reached() };
}

/** The browser's own refusals are many; of these few the person can make something. */
const REFUSALS: Record<string, () => string> = {
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: m.passkey_known_already,
  ERROR_INVALID_DOMAIN: m.passkey_not_here,
  ERROR_INVALID_RP_ID: m.passkey_not_here,
};

function failureOf(error: unknown): Failure {
  const say = error instanceof WebAuthnError ? REFUSALS[error.code] : undefined;
  return { message: (say ?? m.passkey_not_given)() };
}

async function given<Answer>(ask: () => Promise<Answer>): Promise<{ response: Answer } | Failure> {
  try {
    return { response: await ask() };
  } catch (error) {
    return failureOf(error);
  }
}

export async function signInByPasskey(address: string, next: string): Promise<{ to: string } | Failure> {
  const challenge = await post<{ options: PublicKeyCredentialRequestOptionsJSON }>(address, {});
  if ('message' in challenge) return challenge;
  const answer = await given(() => startAuthentication({ optionsJSON: challenge.options }));
  return 'message' in answer ? answer : post<{ to: string }>(address, { ...answer, next });
}

export async function addPasskey(
  address: string,
  { name, password }: { name: string; password: string },
): Promise<{ isAdded: true } | Failure> {
  const challenge = await post<{ options: PublicKeyCredentialCreationOptionsJSON }>(address, { password });
  if ('message' in challenge) return challenge;
  const answer = await given(() => startRegistration({ optionsJSON: challenge.options }));
  return 'message' in answer ? answer : post<{ isAdded: true }>(address, { ...answer, name });
}
