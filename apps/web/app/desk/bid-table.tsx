import { formatBid } from '@stx/format';
import type { MyBidsQuery } from '../data/generated/operations';
import { useLanguage } from '../i18n/use-language';
import { priceOf } from '../lots/row';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Table } from '../parts/table';
import { StateTag } from '../parts/tag';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { lotState, standing } from '../terms/states';

type BidLot = MyBidsQuery['myBids']['nodes'][number];

const REGISTRATION = {
  REQUESTED: { tone: 'care', name: m.registration_requested },
  QUALIFIED: { tone: 'good', name: m.registration_qualified },
  BARRED: { tone: 'stop', name: m.registration_barred },
} as const;

const OUTCOME = {
  WON: { tone: 'good', name: m.place_won },
  NOT_WON: { tone: 'neutral', name: m.place_not_won },
} as const;

/** Where the viewer stands in each lot: ended ones by outcome, running ones by standing, others by registration. */
function placeIn(lot: BidLot) {
  const registration = lot.myRegistration;
  if (!registration) return null;
  if (['SOLD', 'UNSOLD', 'WITHDRAWN'].includes(lot.state)) {
    return lot.state === 'SOLD' && registration.standing === 'LEADING' ? OUTCOME.WON : OUTCOME.NOT_WON;
  }
  const isRunning = ['LIVE', 'PAUSED', 'CLOSED'].includes(lot.state);
  return isRunning && registration.state === 'QUALIFIED'
    ? standing[registration.standing]
    : REGISTRATION[registration.state];
}

export function BidTable({ lots }: { lots: BidLot[] }) {
  const language = useLanguage();
  return (
    <Table
      caption={m.my_bids_caption()}
      head={[
        m.lot(),
        m.column_state(),
        m.column_my_code(),
        m.column_my_place(),
        { label: m.price(), isNumber: true },
        m.closes_at(),
      ]}
    >
      {lots.map((lot) => {
        const place = placeIn(lot);
        return (
          <tr key={lot.id}>
            <th scope="row">
              <Link to={`/lots/${lot.ref}${lot.state === 'LIVE' ? '/live' : ''}`}>
                <Text of={lot.title} />
              </Link>
              <span className="block text-small text-muted figures">{lot.ref}</span>
            </th>
            <td>
              <StateTag state={lotState[lot.state]} />
            </td>
            <td>{lot.myRegistration?.bidderCode ?? '–'}</td>
            <td>{place ? <StateTag state={place} /> : '–'}</td>
            <td className="number">{formatBid(priceOf(lot).price, language)}</td>
            <td className="whitespace-nowrap">
              {lot.closesAt ? <When at={lot.closesAt} as="minute" /> : m.not_set_yet()}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
