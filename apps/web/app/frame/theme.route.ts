import { redirect } from 'react-router';
import { safeNext } from '../server/safe-next';
import { here } from '../server/ask';
import { themeCookie } from '../server/theme';
import type { Route } from './+types/theme.route';

export const loader = ({ request }: Route.LoaderArgs) => redirect(here(request).address('/'));

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const chosen = form.get('theme');
  const theme = chosen === 'light' || chosen === 'dark' ? chosen : 'system';
  const to = safeNext(form.get('next'), here(request).address('/'));
  return redirect(to, { headers: { 'set-cookie': themeCookie(theme) } });
}
