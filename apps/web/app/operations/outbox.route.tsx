import { data, Form } from 'react-router';
import { DepositQueue } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Empty } from '../parts/empty';
import { Page } from '../parts/page';
import { StateTag } from '../parts/tag';
import { When } from '../parts/when';
import { ask } from '../server/ask';
import { stxContext } from '../server/context';
import { textOf } from '../server/form';
import type { Route } from './+types/outbox.route';

const MAIL_STATES = {
  QUEUED: { tone: 'info', name: m.mail_queued },
  SENDING: { tone: 'info', name: m.mail_queued },
  SENT: { tone: 'good', name: m.mail_sent },
  KEPT: { tone: 'neutral', name: m.mail_kept },
  FAILED: { tone: 'stop', name: m.mail_failed },
} as const;

export async function loader(asked: Route.LoaderArgs) {
  // Kept mails are for operators: the same gate as their queues.
  await ask(asked, DepositQueue, { first: 1 });
  const outbox = asked.context.get(stxContext).outbox;
  return data({ mails: outbox ? await outbox() : null }, { headers: { 'cache-control': 'no-store' } });
}

/** A mail that has failed is tried once more. */
export async function action(asked: Route.ActionArgs) {
  await ask(asked, DepositQueue, { first: 1 });
  const mailId = textOf(await asked.request.formData(), 'mailId') ?? '';
  return { isQueued: (await asked.context.get(stxContext).sendAgain?.(mailId)) ?? false };
}

export default function Outbox({ loaderData: { mails }, actionData }: Route.ComponentProps) {
  return (
    <Page title={m.nav_outbox()} lead={m.outbox_lead()} crumbs={[{ to: '/o', label: m.nav_operations() }]}>
      {actionData?.isQueued && (
        <div className="mb-6">
          <Callout tone="good" role="status" title={m.mail_queued_again()} />
        </div>
      )}
      {mails === null && <Empty title={m.outbox_absent()} />}
      {mails?.length === 0 && <Empty title={m.outbox_none()} />}
      <ul className="rows">
        {mails?.map(({ id, to, subject, text, at, state, failure }) => (
          <li key={id}>
            <details>
              <summary className="min-h-6">
                <span className="font-semibold">{subject}</span>{' '}
                <span className="text-small text-muted">
                  {to} · <When at={at} as="exact" />
                </span>{' '}
                <StateTag state={MAIL_STATES[state]} />
              </summary>
              {state === 'FAILED' && (
                <Form method="post" className="mt-3 flex flex-wrap items-center gap-4">
                  <input type="hidden" name="mailId" value={id} />
                  <p>{m.mail_failure({ failure: failure ?? '–' })}</p>
                  <button className="button quiet">{m.send_again()}</button>
                </Form>
              )}
              <pre className="mt-3 max-w-reading text-small whitespace-pre-wrap">{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Page>
  );
}
