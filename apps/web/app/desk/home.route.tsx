import type { ReactNode } from 'react';
import { DealTable } from '../deals/table';
import {
  AdmissionQueue,
  DepositQueue,
  Inbox,
  ImportList,
  LotQueue,
  MyBids,
  MyDeals,
  MyDeposits,
  type Operation,
  type Role,
  Shell,
} from '../data/generated/operations';
import { placesFor } from '../frame/workspace';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { ask, askPart, type Asked, toSignIn } from '../server/ask';
import type { Route } from './+types/home.route';
import { BidTable } from './bid-table';
import { todosOf } from './todos';

/** Asked only of those whose role can have an answer. */
async function when<R, V>(
  isFor: boolean,
  asked: Asked,
  operation: Operation<R, V>,
  variables: V,
): Promise<R | null> {
  if (!isFor) return null;
  const part = await askPart(asked, operation, variables);
  return part.ok ? part.data : null;
}

export async function loader(asked: Route.LoaderArgs) {
  const { viewer } = await ask(asked, Shell);
  if (!viewer) throw toSignIn(asked.request);
  const is = (...roles: Role[]) => roles.some((role) => viewer.roles.includes(role));
  const first = { first: 10 };
  const [news, bids, deposits, deals, imports, queue, bank, admissions] = await Promise.all([
    when(true, asked, Inbox, { first: 5, unreadOnly: true }),
    when(is('BUYER'), asked, MyBids, first),
    when(is('BUYER'), asked, MyDeposits, first),
    when(is('BUYER', 'OFFICER'), asked, MyDeals, first),
    when(is('OFFICER'), asked, ImportList, first),
    when(is('BROKER'), asked, LotQueue, first),
    when(is('OPERATOR'), asked, DepositQueue, { first: 1 }),
    when(is('OPERATOR'), asked, AdmissionQueue, { first: 1 }),
  ]);
  return {
    name: viewer.name,
    roles: viewer.roles,
    hasOrganization: viewer.organization !== null,
    news: news?.notifications.nodes ?? [],
    bids: bids?.myBids.nodes ?? [],
    deals: deals?.myDeals.nodes ?? [],
    todos: todosOf({ bids, deposits, deals, imports, queue, bank, admissions }, viewer.roles),
  };
}

const TODO_WORDS: Record<string, (inputs: { what: string }) => string> = {
  deposit: m.todo_deposit,
  outbid: m.todo_outbid,
  pay: m.todo_pay,
  publish: m.todo_publish,
  schedule: m.todo_schedule,
  bank: m.todo_bank,
  admission: m.todo_admission,
};

export default function Desk({ loaderData }: Route.ComponentProps) {
  const { name, roles, hasOrganization, news, bids, deals, todos } = loaderData;
  return (
    <Page title={m.my_desk()} lead={m.desk_lead({ name })}>
      <Section title={m.to_do()}>
        {todos.length > 0 ? (
          <ul className="rows">
            {todos.map(({ kind, what, to }) => (
              <li key={`${kind} ${to}`}>
                <Link to={to}>{TODO_WORDS[kind]!({ what })}</Link>
              </li>
            ))}
          </ul>
        ) : (
          <Empty title={m.to_do_none()}>
            {hasOrganization ? (
              <FirstSteps roles={roles} />
            ) : (
              <Link to="/join">{m.join_an_organization()}</Link>
            )}
          </Empty>
        )}
      </Section>
      {news.length > 0 && (
        <Part title={m.unread_news()} to="/inbox">
          <ul className="rows">
            {news.map(({ id, title, ref, what, path, happenedAt }) => (
              <li key={id}>
                <p className="text-small text-muted">
                  <When at={happenedAt} as="minute" /> · <Text of={title} /> {ref}
                </p>
                <Link to={path}>
                  <Text of={what} />
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {bids.length > 0 && (
        <Part title={m.nav_my_bids()} to="/e/bids">
          <BidTable lots={bids} />
        </Part>
      )}
      {deals.length > 0 && (
        <Section title={m.my_deals()}>
          <DealTable deals={deals} withDue />
        </Section>
      )}
    </Page>
  );
}

function Part({ title, to, children }: { title: string; to: string; children: ReactNode }) {
  return (
    <Section title={title} aside={<Link to={to}>{m.see_all()}</Link>}>
      {children}
    </Section>
  );
}

function FirstSteps({ roles }: { roles: Role[] }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {placesFor(roles)
        .filter(({ to }) => to !== '/home')
        .map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label()}</Link>
          </li>
        ))}
    </ul>
  );
}
