import { MyDeposits } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { Link } from '../parts/link';
import { Money } from '../parts/money';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { StateTag } from '../parts/tag';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { ask } from '../server/ask';
import { depositState } from '../terms/states';
import type { Route } from './+types/mine.route';

export async function loader(asked: Route.LoaderArgs) {
  return ask(asked, MyDeposits, pageArguments(asked.request));
}

export default function MyDepositsPage({ loaderData: { myDeposits } }: Route.ComponentProps) {
  const { nodes, totalCount, pageInfo } = myDeposits;
  return (
    <Page title={m.nav_my_deposits()} lead={m.my_deposits_lead()}>
      {nodes.length === 0 && (
        <Empty title={m.my_deposits_none()}>
          <Link to="/trade">{m.nav_trade()}</Link>
        </Empty>
      )}
      <ul className="space-y-4">
        {nodes.map((deposit) => (
          <li key={deposit.id} className="panel">
            <div className="mb-4 flex flex-wrap items-center gap-3">
              <StateTag state={depositState[deposit.state]} />
              <h2 className="text-h4">
                <Link to={`/lots/${deposit.lot.ref}`}>
                  <Text of={deposit.lot.title} />
                </Link>
              </h2>
            </div>
            <Facts
              columns="three"
              items={[
                [m.deposit(), <Money key="amount" of={deposit.amount} />],
                [
                  m.payment_reference(),
                  <strong key="reference" className="code">
                    {deposit.paymentReference}
                  </strong>,
                ],
                [m.requested_on(), <When key="requested" at={deposit.requestedAt} as="minute" />],
              ]}
            />
            {deposit.state === 'REQUESTED' && (
              <div className="mt-4">
                <Callout tone="care" title={m.deposit_how_title()}>
                  {m.deposit_how({ reference: deposit.paymentReference })}
                </Callout>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Pager shown={nodes.length} total={totalCount} pageInfo={pageInfo} />
    </Page>
  );
}
