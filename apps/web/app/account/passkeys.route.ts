import { redirect } from 'react-router';
import { here } from '../server/ask';
import { answerJson, jsonOf } from '../server/json';
import { stxContext } from '../server/context';
import type { Route } from './+types/passkeys.route';
import { authMessage } from './auth-message';

export const loader = ({ request }: Route.LoaderArgs) => redirect(here(request).address('/account/security'));

/** For the script of the security page: first the password against a challenge, then the new passkey. */
export async function action({ request, context }: Route.ActionArgs) {
  const { auth, isSignedIn } = context.get(stxContext);
  if (!isSignedIn) return answerJson({ message: authMessage('SIGN_IN_REQUIRED') });
  const { response, name, password } = await jsonOf(request);
  if (!response) {
    const reply = await auth.newPasskeyChallenge(password ?? '');
    return reply.ok
      ? answerJson({ options: reply.options }, reply)
      : answerJson({
          message: authMessage(reply.code),
          field: reply.code === 'BAD_CREDENTIALS' ? 'password' : null,
        });
  }
  const reply = await auth.addPasskey(name ?? '', response);
  return reply.ok ? answerJson({ isAdded: true }, reply) : answerJson({ message: authMessage(reply.code) });
}
