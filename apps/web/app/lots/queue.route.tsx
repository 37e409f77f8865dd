import { LotQueue } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { ask } from '../server/ask';
import type { Route } from './+types/queue.route';
import { LotRows } from './row';

export async function loader(asked: Route.LoaderArgs) {
  return ask(asked, LotQueue, pageArguments(asked.request));
}

export default function Queue({ loaderData: { lotQueue } }: Route.ComponentProps) {
  return (
    <Page title={m.nav_queue()} lead={m.queue_lead()}>
      {lotQueue.nodes.length > 0 ? (
        <LotRows lots={lotQueue.nodes} level={2} />
      ) : (
        <Empty title={m.queue_none()} />
      )}
      <Pager shown={lotQueue.nodes.length} total={lotQueue.totalCount} pageInfo={lotQueue.pageInfo} />
    </Page>
  );
}
