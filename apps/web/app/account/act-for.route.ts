import { data, redirect } from 'react-router';
import { here, type Trouble } from '../server/ask';
import { withCookies } from '../server/after-sign-in';
import { safeNext } from '../server/safe-next';
import { stxContext } from '../server/context';
import { problemOf } from '../server/problem';
import type { Route } from './+types/act-for.route';
import { authMessage } from './auth-message';

export const loader = ({ request }: Route.LoaderArgs) => redirect(here(request).address('/home'));

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const reply = await context.get(stxContext).auth.actFor(String(form.get('organizationId') ?? ''));
  if (reply.ok) return withCookies(safeNext(form.get('next'), here(request).address('/home')), reply);
  throw data({ message: authMessage(reply.code), problem: problemOf(context) } satisfies Trouble, {
    status: 403,
  });
}
