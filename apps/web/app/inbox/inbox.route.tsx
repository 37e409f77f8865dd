import { formatNumber } from '@stx/format';
import { Form, redirect, useSearchParams } from 'react-router';
import { Inbox, MarkAllRead, MarkRead } from '../data/generated/operations';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { ask, here } from '../server/ask';
import type { Route } from './+types/inbox.route';
import { Case } from './case';
import { casesOf } from './cases';
import { TOPICS, topicOf } from './topics';

export async function loader(asked: Route.LoaderArgs) {
  const { searchParams } = new URL(asked.request.url);
  const { notifications, unreadNotifications } = await ask(asked, Inbox, {
    ...pageArguments(asked.request),
    unreadOnly: searchParams.get('unread') === '1',
    topic: topicOf(searchParams.get('topic')),
  });
  return { inbox: notifications, unread: unreadNotifications, now: new Date().toISOString() };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  if (form.get('mark') === 'all') await ask(asked, MarkAllRead);
  else await ask(asked, MarkRead, { ids: form.getAll('id').map(String) });
  return redirect(here(asked.request).address('/inbox'));
}

export default function InboxPage({ loaderData: { inbox, unread, now } }: Route.ComponentProps) {
  const [search] = useSearchParams();
  const isFiltered = search.has('unread') || Boolean(search.get('topic'));
  return (
    <Page title={m.inbox()} lead={m.inbox_lead()}>
      <Filters />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="font-semibold">
          {m.inbox_count({ unread: formatNumber(unread), total: formatNumber(inbox.totalCount) })}
        </p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Link to="/account/notifications">{m.notification_settings()}</Link>
          {unread > 0 && <MarkAll />}
        </div>
      </div>
      {inbox.nodes.length === 0 && <Nothing isFiltered={isFiltered} />}
      <ol className="space-y-6">
        {casesOf(inbox.nodes).map((grouped) => (
          <Case key={grouped.key} of={grouped} now={now} />
        ))}
      </ol>
      <Pager shown={inbox.nodes.length} total={inbox.totalCount} pageInfo={inbox.pageInfo} />
    </Page>
  );
}

function MarkAll() {
  return (
    <Form method="post" action={useAddress()('/inbox')}>
      <button className="button quiet" name="mark" value="all">
        {m.mark_all_read()}
      </button>
    </Form>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (!isFiltered) return <Empty title={m.inbox_empty()}>{m.inbox_empty_next()}</Empty>;
  return (
    <Empty title={m.inbox_none_found()}>
      <Link to="/inbox">{m.clear_filters()}</Link>
    </Empty>
  );
}

function Filters() {
  const [search] = useSearchParams();
  return (
    <Form
      action={useAddress()('/inbox')}
      key={search.toString()}
      role="search"
      aria-label={m.filters()}
      className="mb-8 flex max-w-content flex-wrap items-end gap-4"
    >
      <div className="basis-56 max-sm:flex-1">
        <label htmlFor="topic" className="text-small">
          {m.topic()}
        </label>
        <select className="input" id="topic" name="topic" defaultValue={search.get('topic') ?? ''}>
          <option value="">{m.all_topics()}</option>
          {Object.entries(TOPICS).map(([value, label]) => (
            <option key={value} value={value}>
              {label()}
            </option>
          ))}
        </select>
      </div>
      <label className="inline-flex min-h-11 items-center gap-2">
        <input type="checkbox" name="unread" value="1" defaultChecked={search.get('unread') === '1'} />
        {m.unread_only()}
      </label>
      <button className="button quiet" type="submit">
        {m.apply_filters()}
      </button>
    </Form>
  );
}
