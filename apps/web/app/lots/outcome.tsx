import type { LotDetailFragment } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Link } from '../parts/link';
import { Price } from '../parts/money';
import { outcomeReason } from '../terms/states';

type Ended = Pick<
  LotDetailFragment,
  'ref' | 'state' | 'finalPrice' | 'winnerCode' | 'outcomeReason' | 'myRegistration'
>;

/** How a lot ended, and what follows for this viewer. */
export function Outcome({ lot }: { lot: Ended }) {
  const chronicle = <Link to={`/lots/${lot.ref}/chronicle`}>{m.see_chronicle()}</Link>;
  if (lot.state === 'SOLD') {
    const isWinner = lot.myRegistration !== null && lot.myRegistration.bidderCode === lot.winnerCode;
    return (
      <Callout tone="good" title={m.outcome_sold()}>
        <p>
          {lot.finalPrice && <Price of={lot.finalPrice} />} · {m.bidder_code({ code: lot.winnerCode ?? '–' })}
        </p>
        {isWinner && (
          <p>
            {m.outcome_you_won()} <Link to="/home">{m.my_desk()}</Link>
          </p>
        )}
        {lot.myRegistration && !isWinner && <p>{m.outcome_deposit_released()}</p>}
        <p>{chronicle}</p>
      </Callout>
    );
  }
  if (lot.state !== 'UNSOLD' && lot.state !== 'WITHDRAWN') return null;
  const reason = outcomeReason(lot.outcomeReason);
  return (
    <Callout tone="neutral" title={lot.state === 'UNSOLD' ? m.outcome_unsold() : m.outcome_withdrawn()}>
      {reason && <p>{m.outcome_reason({ reason })}</p>}
      {lot.myRegistration && <p>{m.outcome_deposit_released()}</p>}
      <p>{chronicle}</p>
    </Callout>
  );
}
