import { redirect } from 'react-router';
import { here } from '../server/ask';
import { answerJson, jsonOf } from '../server/json';
import { safeNext } from '../server/safe-next';
import { stxContext } from '../server/context';
import type { Route } from './+types/passkey-sign-in.route';
import { authMessage } from './auth-message';

export const loader = ({ request }: Route.LoaderArgs) => redirect(here(request).address('/sign-in'));

/** For the script of the sign-in page: first the challenge, then the authenticator's answer to it. */
export async function action({ request, context }: Route.ActionArgs) {
  const { auth } = context.get(stxContext);
  const { response, next } = await jsonOf(request);
  if (!response) {
    const reply = await auth.passkeyChallenge();
    return reply.ok
      ? answerJson({ options: reply.options }, reply)
      : answerJson({ message: authMessage(reply.code) });
  }
  const reply = await auth.signInByPasskey(response);
  return reply.ok
    ? answerJson({ to: safeNext(next, here(request).address('/home')) }, reply)
    : answerJson({ message: authMessage(reply.code) });
}
