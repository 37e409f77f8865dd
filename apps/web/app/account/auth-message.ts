import { m } from '../messages/generated/messages';

const MESSAGES: Record<string, () => string> = {
  BAD_CREDENTIALS: m.auth_wrong,
  LOCKED: m.auth_locked,
  TOO_MANY: m.auth_often,
  NAME_REQUIRED: m.auth_name_missing,
  BAD_EMAIL: m.auth_email,
  PASSWORD_LENGTH: m.auth_password_length,
  SIGN_IN_REQUIRED: m.auth_signed_out,
  PROVIDER_CANCELLED: m.provider_cancelled,
  PROVIDER_EMAIL: m.provider_email,
  PROVIDER_NOT_LINKED: m.provider_not_linked,
  PROVIDER_STATE: m.provider_state,
  PROVIDER_FAILED: m.provider_failed,
  BAD_CODE: m.auth_bad_code,
  BAD_TOKEN: m.auth_bad_link,
  BAD_PASSKEY: m.auth_bad_passkey,
  PASSKEY_NAME: m.auth_passkey_name,
  TOO_MANY_PASSKEYS: m.auth_too_many_passkeys,
  ALREADY_ENROLLED: m.auth_already_enrolled,
};

/** The sentence for a code that stands in an address: whatever is not one of ours is not shown. */
export const failureMessage = (code: string): string =>
  (Object.hasOwn(MESSAGES, code) ? MESSAGES[code]! : m.provider_failed)();

/** The sentence for a code of the sign-in service; an unknown one is told with its code. */
export const authMessage = (code: string): string => MESSAGES[code]?.() ?? m.auth_other({ code });
