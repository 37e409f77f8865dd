import type { LotRowFragment } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Price } from '../parts/money';
import { DemonstrationTag, StateTag } from '../parts/tag';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { lotState } from '../terms/states';

/** The price that matters in this state, with its own label. */
export function priceOf(lot: LotRowFragment) {
  if (lot.finalPrice) return { label: m.final_price(), price: lot.finalPrice };
  if (lot.currentPrice) return { label: m.current_price(), price: lot.currentPrice };
  return { label: m.start_price(), price: lot.startPrice };
}

/** The time that matters in this state. */
function timeOf(lot: LotRowFragment): [string, string] | null {
  if (lot.state === 'SCHEDULED' && lot.opensAt) return [m.opens_at(), lot.opensAt];
  if (lot.state === 'LIVE' && lot.closesAt) return [m.closes_at(), lot.closesAt];
  if (['SOLD', 'UNSOLD', 'CLOSED'].includes(lot.state) && lot.closesAt) return [m.closed_at(), lot.closesAt];
  return null;
}

const isRunning = (lot: LotRowFragment) => ['LIVE', 'PAUSED', 'CLOSED'].includes(lot.state);

/** One lot in a list: state, name, then price and time where the eye compares them. */
export function LotItem({ lot, level = 3 }: { lot: LotRowFragment; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { label, price } = priceOf(lot);
  const time = timeOf(lot);
  return (
    <article className="grid gap-x-8 gap-y-3 md:grid-cols-[minmax(0,1fr)_176px_200px]">
      <div className="min-w-0">
        <p className="mb-1 flex flex-wrap items-center gap-2">
          <StateTag state={lotState[lot.state]} />
          <DemonstrationTag shown={lot.isDemonstration} />
        </p>
        <Heading className="text-h4">
          <Link to={`/lots/${lot.ref}`}>
            <Text of={lot.title} />
          </Link>
        </Heading>
        <p className="meta mt-1">
          <Text of={lot.seller.name} />
          <span className="figures">{lot.ref}</span>
          {isRunning(lot) && (
            <Link className="font-semibold" to={`/lots/${lot.ref}/live`}>
              {m.enter_room()}
            </Link>
          )}
        </p>
      </div>
      <div>
        <p className="text-small text-muted">{label}</p>
        <p className="text-h3">
          <Price of={price} />
        </p>
        <p className="text-small text-muted">
          {lot.bidCount > 0 ? m.bid_count({ count: lot.bidCount }) : m.no_bid_yet()}
        </p>
      </div>
      <div>
        {time && (
          <>
            <p className="text-small text-muted">{time[0]}</p>
            <p>
              <When at={time[1]} as="minute" />
            </p>
          </>
        )}
        <p className="text-small text-muted">
          {m.deposit()} <Price of={lot.depositAmount} />
        </p>
      </div>
    </article>
  );
}

export function LotRows({ lots, level }: { lots: LotRowFragment[]; level?: 2 | 3 }) {
  return (
    <ul className="rows">
      {lots.map((lot) => (
        <li key={lot.id}>
          <LotItem lot={lot} level={level} />
        </li>
      ))}
    </ul>
  );
}
