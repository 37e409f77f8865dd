import { Link as RouterLink } from 'react-router';
import { LotList, type LotState } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { ask } from '../server/ask';
import type { Route } from './+types/trade.route';
import { LotRows } from './row';
import { soonestFirst } from './soonest-first';

const TABS = {
  now: { states: ['LIVE', 'PAUSED', 'CLOSED'], name: m.trade_now, empty: m.trade_now_empty },
  next: { states: ['SCHEDULED'], name: m.trade_next, empty: m.trade_next_empty },
  results: { states: ['SOLD', 'UNSOLD', 'WITHDRAWN'], name: m.trade_results, empty: m.trade_results_empty },
} satisfies Record<string, { states: LotState[]; name: () => string; empty: () => string }>;

type Tab = keyof typeof TABS;

const isTab = (text: string | null): text is Tab => text !== null && Object.hasOwn(TABS, text);

export async function loader(asked: Route.LoaderArgs) {
  const chosen = new URL(asked.request.url).searchParams.get('show');
  const tab: Tab = isTab(chosen) ? chosen : 'now';
  const { lots } = await ask(asked, LotList, { state: TABS[tab].states, ...pageArguments(asked.request) });
  return { lots, tab };
}

export default function Trade({ loaderData: { lots, tab } }: Route.ComponentProps) {
  return (
    <Page title={m.nav_trade()} lead={m.trade_lead()} description={m.trade_lead()}>
      <nav aria-label={m.trade_tabs()} className="mb-6 border-b border-hairline">
        <ul className="-mb-px flex flex-wrap">
          {(Object.keys(TABS) as Tab[]).map((key) => (
            <li key={key}>
              <RouterLink
                className="nav-link"
                to={`?show=${key}`}
                aria-current={key === tab ? 'page' : undefined}
              >
                {TABS[key].name()}
              </RouterLink>
            </li>
          ))}
        </ul>
      </nav>
      {lots.nodes.length > 0 ? (
        <LotRows lots={tab === 'next' ? soonestFirst(lots.nodes) : lots.nodes} level={2} />
      ) : (
        <Empty title={TABS[tab].empty()}>
          {tab === 'now' && <RouterLink to="?show=next">{m.trade_see_next()}</RouterLink>}
          {tab === 'next' && <Link to="/achievements?priceMode=BIDDING">{m.trade_see_bidding()}</Link>}
        </Empty>
      )}
      <Pager shown={lots.nodes.length} total={lots.totalCount} pageInfo={lots.pageInfo} />
    </Page>
  );
}
