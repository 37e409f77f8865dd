import { addressIn, languageOf } from '../i18n/language';
import { withCookies } from '../server/after-sign-in';
import { safeNext } from '../server/safe-next';
import { stxContext } from '../server/context';
import type { Route } from './+types/provider-return.route';

/** Where the provider sends people back to, whatever language they came from. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const reply = await context.get(stxContext).auth.finishAtProvider(new URL(request.url).search);
  if (!reply.ok) return withCookies(`${reply.failedAt}?failed=${reply.code}`, reply);
  const next = safeNext(reply.next, '/home');
  const factor = addressIn(languageOf(next), '/sign-in/second-factor');
  return withCookies(reply.asksFactor ? `${factor}?next=${encodeURIComponent(next)}` : next, reply);
}
