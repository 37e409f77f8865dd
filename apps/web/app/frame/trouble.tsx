import { isRouteErrorResponse } from 'react-router';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import type { Trouble as TroubleData } from '../server/ask';
import { useRoot } from './use-root';

/** Says in plain words what happened, what to do next, and the number to report. */
export function Trouble({ error }: { error: unknown }) {
  const root = useRoot();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const data = isRouteErrorResponse(error) ? (error.data as Partial<TroubleData> | null) : null;
  if (status === 404) return <NotFound />;
  if (status === 403) return <NotAllowed message={data?.message ?? null} />;
  if (status < 500) {
    return (
      <Page title={m.trouble_request_title()} lead={data?.message ?? m.trouble_request_lead()}>
        {null}
      </Page>
    );
  }
  return (
    <Page title={m.trouble_title()} lead={m.trouble_lead()}>
      <p>
        {m.trouble_number()} <code>{data?.problem ?? root?.problem ?? '–'}</code>
      </p>
      <p className="mt-4">
        <a className="button quiet" href="">
          {m.try_again()}
        </a>
      </p>
    </Page>
  );
}

function NotFound() {
  return (
    <Page title={m.not_found_title()} lead={m.not_found_lead()}>
      <ul className="list-disc space-y-1 pl-6">
        <li>
          <Link to="/achievements">{m.not_found_search()}</Link>
        </li>
        <li>
          <Link to="/">{m.not_found_home()}</Link>
        </li>
      </ul>
    </Page>
  );
}

function NotAllowed({ message }: { message: string | null }) {
  return (
    <Page title={m.not_allowed_title()} lead={message ?? m.not_allowed_lead()}>
      <p>{m.not_allowed_next()}</p>
      <p className="mt-4">
        <Link to="/home">{m.my_desk()}</Link>
      </p>
    </Page>
  );
}
