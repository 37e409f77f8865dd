import { data } from 'react-router';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { stxContext } from '../server/context';
import type { Route } from './+types/unsubscribe.route';

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? '';

export function loader({ request }: Route.LoaderArgs) {
  return { hasToken: tokenOf(request) !== '' };
}

/** Also what a mail program posts by itself for its Unsubscribe button (RFC 8058): the address holds everything. */
export async function action({ request, context }: Route.ActionArgs) {
  const isDone = await context.get(stxContext).turnOffMail(tokenOf(request));
  return data({ isDone }, { status: isDone ? 200 : 400 });
}

export default function Unsubscribe({ loaderData: { hasToken }, actionData }: Route.ComponentProps) {
  return (
    <Page title={m.unsubscribe()} lead={actionData ? undefined : m.unsubscribe_lead()}>
      {actionData?.isDone && <Callout tone="good" role="status" title={m.unsubscribed()} />}
      {(actionData?.isDone === false || !hasToken) && (
        <Callout tone="stop" role="alert" title={m.unsubscribe_bad_link()} />
      )}
      {!actionData && hasToken && (
        <form method="post">
          <Submit>{m.unsubscribe_confirm()}</Submit>
        </form>
      )}
      <p className="mt-6">
        <Link to="/account/notifications">{m.notification_settings()}</Link>
      </p>
    </Page>
  );
}
