import { redirect } from 'react-router';
import { here } from '../server/ask';
import { withCookies } from '../server/after-sign-in';
import { safeNext } from '../server/safe-next';
import { stxContext } from '../server/context';
import type { Route } from './+types/provider-start.route';

/** A link and not a form: browsers refuse a form whose answer leads to another host. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { address } = here(request);
  const next = safeNext(new URL(request.url).searchParams.get('next'), address('/home'));
  const failedAt = address('/sign-in');
  const reply = await context.get(stxContext).auth.startAtProvider(next, failedAt);
  return reply.ok ? withCookies(reply.url, reply) : redirect(`${failedAt}?failed=${reply.code}`);
}
