import { m } from '../messages/generated/messages';

const MESSAGES: Record<string, () => string> = {
  INVALID_EMAIL_OR_PASSWORD: m.auth_wrong,
  INVALID_EMAIL: m.auth_email,
  USER_ALREADY_EXISTS: m.auth_taken,
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: m.auth_taken,
  PASSWORD_TOO_SHORT: m.auth_short,
  PASSWORD_TOO_LONG: m.auth_long,
  TOO_MANY_REQUESTS: m.auth_often,
  SIGN_IN_REQUIRED: m.auth_signed_out,
  NOT_ALLOWED: m.not_allowed_lead,
};

/** The sentence for a code of the sign-in service; an unknown one is told with its code. */
export const authMessage = (code: string): string => MESSAGES[code]?.() ?? m.auth_other({ code });
