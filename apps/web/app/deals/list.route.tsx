import { formatNumber } from '@stx/format';
import { DealList } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { ask } from '../server/ask';
import type { Route } from './+types/list.route';
import { DealTable } from './table';

export async function loader(asked: Route.LoaderArgs) {
  return ask(asked, DealList, pageArguments(asked.request));
}

export default function Deals({ loaderData: { deals } }: Route.ComponentProps) {
  return (
    <Page title={m.nav_deals()} lead={m.deals_lead()} description={m.deals_lead()}>
      <p role="status" className="mb-4 font-semibold">
        {m.results_count({ total: formatNumber(deals.totalCount) })}
      </p>
      {deals.nodes.length > 0 ? (
        <DealTable deals={deals.nodes} />
      ) : (
        <Empty title={m.deals_none()}>
          <Link to="/trade">{m.nav_trade()}</Link>
        </Empty>
      )}
      <Pager shown={deals.nodes.length} total={deals.totalCount} pageInfo={deals.pageInfo} />
    </Page>
  );
}
