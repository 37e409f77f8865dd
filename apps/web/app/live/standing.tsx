import type { LotDetailFragment } from '../data/generated/operations';
import { useViewer } from '../frame/use-root';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Price } from '../parts/money';
import { Sign } from '../parts/tag';
import { standing } from '../terms/states';
import type { Room } from './room';

interface Props {
  lot: LotDetailFragment;
  room: Room;
  hasBid: boolean;
}

const isOver = (room: Room) => ['SOLD', 'UNSOLD', 'WITHDRAWN'].includes(room.state);

/** Where the viewer stands in this lot; or why not, and the next step. */
export function Standing({ lot, room, hasBid }: Props) {
  const registration = lot.myRegistration;
  if (!registration || registration.state !== 'QUALIFIED')
    return isOver(room) ? null : <NotBidding lot={lot} />;
  const code = registration.bidderCode;
  const where = room.leaderCode === code ? 'LEADING' : hasBid ? 'OUTBID' : 'NONE';
  const { tone, name } = standing[where];
  return (
    <p className={`standing tone-${tone}`}>
      <Sign tone={tone} />
      <span>{name()}</span>
      <span className="ml-auto font-normal">{m.you_are_bidder({ code })}</span>
    </p>
  );
}

function NotBidding({ lot }: { lot: LotDetailFragment }) {
  const viewer = useViewer();
  const address = useAddress();
  const registration = lot.myRegistration;
  if (registration?.state === 'REQUESTED') {
    return (
      <p className="standing tone-care">
        <span>
          {m.bid_after_deposit()} <Price of={lot.depositAmount} />.{' '}
          <Link to="/e/deposits">{m.pay_the_deposit()}</Link>
        </span>
      </p>
    );
  }
  if (registration?.state === 'BARRED') return <p className="standing tone-stop">{m.you_are_barred()}</p>;
  return (
    <p className="standing tone-neutral font-normal">
      <span>
        {m.you_watch()}{' '}
        {viewer ? (
          lot.viewerActions.includes('REGISTER') && (
            <Link to={`/lots/${lot.ref}#field-acceptsTerms`}>{m.register_to_bid()}</Link>
          )
        ) : (
          <Link to={`/sign-in?next=${encodeURIComponent(address(`/lots/${lot.ref}/live`))}`}>
            {m.sign_in_to_bid()}
          </Link>
        )}
      </span>
    </p>
  );
}
