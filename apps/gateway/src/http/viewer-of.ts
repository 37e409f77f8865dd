import type { IncomingMessage } from 'node:http';
import type { Access, SignIn } from '@stx/identity';
import { anonymous, type Language, type Viewer } from '@stx/platform';

/** Language of an API answer; pages decide by their address instead. */
export const languageOf = (request: IncomingMessage): Language =>
  request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';

/** Who asks, by session cookie or API token, and what is still missing. A request without either costs no query. */
export async function accessOf(
  signIn: SignIn,
  request: IncomingMessage,
  language: Language,
): Promise<Access> {
  const { cookie, authorization } = request.headers;
  if (cookie || authorization) return signIn.accessOf({ cookie, authorization }, language);
  return { viewer: anonymous(language), by: 'nothing', isConfirmed: false, lacksSecondFactor: false };
}

export const viewerOf = async (
  signIn: SignIn,
  request: IncomingMessage,
  language: Language,
): Promise<Viewer> => (await accessOf(signIn, request, language)).viewer;
