import { redirect } from 'react-router';
import { here } from '../server/ask';
import { withCookies } from '../server/after-sign-in';
import { stxContext } from '../server/context';
import type { Route } from './+types/sign-out.route';

export const loader = ({ request }: Route.LoaderArgs) => redirect(here(request).address('/'));

export async function action({ request, context }: Route.ActionArgs) {
  const home = here(request).address('/');
  const reply = await context.get(stxContext).auth.signOut();
  return reply.ok ? withCookies(home, reply) : redirect(home);
}
