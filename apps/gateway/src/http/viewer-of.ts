import type { IncomingMessage } from 'node:http';
import type { SignIn } from '@stx/identity';
import { anonymous, type Language, type Viewer } from '@stx/platform';

/** Language of an API answer; pages decide by their address instead. */
export const languageOf = (request: IncomingMessage): Language =>
  request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';

/** Who asks, by session cookie or API token. A request without either costs no query. */
export async function viewerOf(
  signIn: SignIn,
  request: IncomingMessage,
  language: Language,
): Promise<Viewer> {
  const { cookie, authorization } = request.headers;
  if (!cookie && !authorization) return anonymous(language);
  return signIn.viewerOf({ cookie, authorization }, language);
}
