import { MyBids } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { ask } from '../server/ask';
import type { Route } from './+types/bids.route';
import { BidTable } from './bid-table';

export async function loader(asked: Route.LoaderArgs) {
  return ask(asked, MyBids, pageArguments(asked.request));
}

export default function Bids({ loaderData: { myBids } }: Route.ComponentProps) {
  return (
    <Page title={m.nav_my_bids()} lead={m.my_bids_lead()}>
      {myBids.nodes.length > 0 ? (
        <BidTable lots={myBids.nodes} />
      ) : (
        <Empty title={m.my_bids_none()}>
          <Link to="/trade">{m.nav_trade()}</Link>
        </Empty>
      )}
      <Pager shown={myBids.nodes.length} total={myBids.totalCount} pageInfo={myBids.pageInfo} />
    </Page>
  );
}
