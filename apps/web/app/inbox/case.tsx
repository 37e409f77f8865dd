import { Form } from 'react-router';
import type { InboxQuery } from '../data/generated/operations';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Tag } from '../parts/tag';
import { Text } from '../parts/text';
import { Deadline, When } from '../parts/when';
import type { InboxCase } from './cases';

export type Item = InboxQuery['notifications']['nodes'][number];

/** Everything on this page that concerns one thing; read together, opened from its newest line. */
export function Case({ of: { key, items }, now }: { of: InboxCase<Item>; now: string }) {
  const [first] = items;
  const unread = items.filter(({ isRead }) => !isRead);
  const id = `case-${key}`;
  return (
    <li className="panel">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={id} className="text-h4">
          <Text of={first!.title} />
          {first!.ref && <span className="figures text-small font-normal text-muted"> {first!.ref}</span>}
        </h2>
        {unread.length > 0 && <MarkRead ids={unread.map((item) => item.id)} describedBy={id} />}
      </div>
      <ul className="mt-3 space-y-4">
        {items.map((item) => (
          <Line key={item.id} item={item} now={now} />
        ))}
      </ul>
    </li>
  );
}

function Line({ item, now }: { item: Item; now: string }) {
  const { what, toDo, why, dueAt, path, happenedAt, isRead } = item;
  return (
    <li className={isRead ? 'text-muted' : undefined}>
      <p className="flex flex-wrap items-center gap-x-3 text-small text-muted">
        {!isRead && <Tag tone="info">{m.unread()}</Tag>}
        <When at={happenedAt} as="minute" />
      </p>
      <p className={isRead ? undefined : 'font-semibold'}>
        <Link to={path}>
          <Text of={what} />
        </Link>
      </p>
      {toDo && (
        <p>
          <Text of={toDo} />
        </p>
      )}
      {dueAt && (
        <p className="text-small font-semibold">
          {m.to_do_due()} <Deadline at={dueAt} now={now} />
        </p>
      )}
      <p className="text-small text-muted">
        <Text of={why} />
      </p>
    </li>
  );
}

function MarkRead({ ids, describedBy }: { ids: string[]; describedBy: string }) {
  return (
    <Form method="post" action={useAddress()('/inbox')} preventScrollReset>
      {ids.map((id) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      <button className="link-button" name="mark" value="some" aria-describedby={describedBy}>
        {m.mark_read()}
      </button>
    </Form>
  );
}
