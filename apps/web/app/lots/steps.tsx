import type { ReactNode } from 'react';
import type { LotDetailFragment } from '../data/generated/operations';
import { useViewer } from '../frame/use-root';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Price } from '../parts/money';

/** How many of the four steps this viewer has behind them. */
function stepsDone(lot: LotDetailFragment, isSignedIn: boolean): number {
  const registration = lot.myRegistration;
  if (!registration) return isSignedIn ? 1 : 0;
  return registration.state === 'QUALIFIED' ? 3 : 2;
}

/** How to take part, in four steps, with the viewer's own place in them. */
export function Steps({ lot }: { lot: LotDetailFragment }) {
  const viewer = useViewer();
  const done = stepsDone(lot, viewer !== null);
  const next = encodeURIComponent(useAddress()(`/lots/${lot.ref}`));
  const steps: { title: string; body: ReactNode }[] = [
    {
      title: m.step_account(),
      body: viewer ? (
        m.step_account_done({ name: viewer.name })
      ) : (
        <Link to={`/sign-in?next=${next}`}>{m.sign_in()}</Link>
      ),
    },
    {
      title: m.step_register(),
      body: lot.myRegistration ? (
        <>
          {m.your_code()} <strong className="figures">{lot.myRegistration.bidderCode}</strong>
        </>
      ) : (
        m.step_register_body()
      ),
    },
    {
      title: m.step_deposit(),
      body:
        lot.myRegistration?.state === 'REQUESTED' ? (
          <>
            {m.step_deposit_due()} <Price of={lot.depositAmount} />.{' '}
            <Link to="/e/deposits">{m.pay_the_deposit()}</Link>
          </>
        ) : (
          m.step_deposit_body()
        ),
    },
    { title: m.step_bid(), body: <Link to={`/lots/${lot.ref}/live`}>{m.enter_room()}</Link> },
  ];
  return (
    <ol className="steps">
      {steps.map(({ title, body }, i) => (
        <li key={title} data-done={i < done || undefined} aria-current={i === done ? 'step' : undefined}>
          <div>
            <p className="font-semibold">
              {title}
              {i < done && <span className="sr-only"> – {m.step_is_done()}</span>}
            </p>
            <div className="text-small text-muted">{body}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
