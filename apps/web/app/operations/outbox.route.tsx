import { data } from 'react-router';
import { DepositQueue } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Page } from '../parts/page';
import { When } from '../parts/when';
import { ask } from '../server/ask';
import { stxContext } from '../server/context';
import type { Route } from './+types/outbox.route';

export async function loader(asked: Route.LoaderArgs) {
  // Kept mails are for operators: the same gate as their queues.
  await ask(asked, DepositQueue, { first: 1 });
  const outbox = asked.context.get(stxContext).outbox;
  return data({ mails: outbox ? await outbox() : null }, { headers: { 'cache-control': 'no-store' } });
}

export default function Outbox({ loaderData: { mails } }: Route.ComponentProps) {
  return (
    <Page title={m.nav_outbox()} lead={m.outbox_lead()} crumbs={[{ to: '/o', label: m.nav_operations() }]}>
      {mails === null && <Empty title={m.outbox_absent()} />}
      {mails?.length === 0 && <Empty title={m.outbox_none()} />}
      <ul className="rows">
        {mails?.map(({ id, to, subject, text, at }) => (
          <li key={id}>
            <details>
              <summary className="min-h-6">
                <span className="font-semibold">{subject}</span>{' '}
                <span className="text-small text-muted">
                  {to} · <When at={at} as="exact" />
                </span>
              </summary>
              <pre className="mt-3 max-w-reading text-small whitespace-pre-wrap">{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Page>
  );
}
