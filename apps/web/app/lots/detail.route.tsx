import { amountInWords } from '@stx/format';
import { LotPage } from '../data/generated/operations';
import { useRoot } from '../frame/use-root';
import { plainText } from '../i18n/pick';
import { useAddress, useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { JsonLd } from '../parts/json-ld';
import { Link } from '../parts/link';
import { Price } from '../parts/money';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { DemonstrationTag, StateTag } from '../parts/tag';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { ask, notFound } from '../server/ask';
import { newRequestId } from '../server/form';
import { lotState } from '../terms/states';
import type { Route } from './+types/detail.route';
import { register, schedule } from './detail-actions';
import { Outcome } from './outcome';
import { RegisterForm } from './register-form';
import { priceOf } from './row';
import { ScheduleForm } from './schedule-form';
import { Steps } from './steps';
import { LotSubject, LotTerms } from './terms';

export async function loader(asked: Route.LoaderArgs) {
  const { lot, serverTime } = await ask(asked, LotPage, { ref: asked.params.ref });
  const isRegistered = new URL(asked.request.url).searchParams.has('registered');
  return { lot: lot ?? notFound(asked), serverTime, requestId: newRequestId(), isRegistered };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  return form.get('intent') === 'schedule'
    ? schedule(asked, form, asked.params.ref)
    : register(asked, form, asked.params.ref);
}

export default function LotDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { lot, serverTime, requestId, isRegistered } = loaderData;
  const title = plainText(lot.title, useLanguage());
  const may = (act: string) => lot.viewerActions.includes(act);
  const isOver = ['SOLD', 'UNSOLD', 'WITHDRAWN'].includes(lot.state);
  return (
    <Page
      title={title}
      heading={<Text of={lot.title} />}
      hasErrors={Boolean(actionData)}
      crumbs={[{ to: '/trade', label: m.nav_trade() }]}
      over={
        <>
          <StateTag state={lotState[lot.state]} />
          <span className="figures">{lot.ref}</span>
          <DemonstrationTag shown={lot.isDemonstration} />
        </>
      }
    >
      <LotJsonLd lot={lot} />
      {isRegistered && lot.myRegistration && (
        <div className="mb-6">
          <Callout
            tone="good"
            role="status"
            title={m.registered_title({ code: lot.myRegistration.bidderCode })}
          >
            <p>
              {m.registered_next()} <Link to="/e/deposits">{m.pay_the_deposit()}</Link>
            </p>
          </Callout>
        </div>
      )}
      <div className="grid items-start gap-x-12 gap-y-8 md:grid-cols-[minmax(0,1fr)_360px]">
        <div className="min-w-0 md:order-1">
          {isOver && (
            <div className="mb-8">
              <Outcome lot={lot} />
            </div>
          )}
          <Section title={m.lot_terms()}>
            <LotTerms lot={lot} />
          </Section>
          <Section title={m.lot_subject()}>
            <LotSubject lot={lot} />
          </Section>
          {may('SCHEDULE') && (
            <Section title={m.schedule_title()}>
              <ScheduleForm lot={lot} requestId={requestId} now={serverTime} reply={actionData} />
            </Section>
          )}
          {may('REGISTER') && (
            <Section title={m.register_to_bid()}>
              <RegisterForm lot={lot} requestId={requestId} reply={actionData} />
            </Section>
          )}
        </div>
        <aside aria-label={m.lot_summary()} className="space-y-6 max-md:order-first md:order-2">
          <PricePanel lot={lot} serverTime={serverTime} />
          {!isOver && (
            <div className="panel">
              <h2 className="text-h4">{m.how_to_take_part()}</h2>
              <Steps lot={lot} />
            </div>
          )}
        </aside>
      </div>
    </Page>
  );
}

type Lot = Route.ComponentProps['loaderData']['lot'];

function PricePanel({ lot, serverTime }: { lot: Lot; serverTime: string }) {
  const language = useLanguage();
  const { label, price } = priceOf(lot);
  return (
    <div className="panel tinted">
      <p className="text-small text-muted">{label}</p>
      <p className="text-h1">
        <Price of={price} />
      </p>
      <p className="text-small text-muted">{amountInWords(price, language)}</p>
      <p className="mt-3 text-small">
        {lot.bidCount > 0 ? m.bid_count({ count: lot.bidCount }) : m.no_bid_yet()}
        {lot.leaderCode && ` · ${m.leader_is({ code: lot.leaderCode })}`}
      </p>
      <p className="text-small text-muted">
        {m.as_of()} <When at={serverTime} as="exact" />
      </p>
      <Deadline lot={lot} />
      <div className="mt-4 grid gap-3">
        {['LIVE', 'PAUSED', 'CLOSED', 'SCHEDULED'].includes(lot.state) && (
          <Link className="button" to={`/lots/${lot.ref}/live`}>
            {m.enter_room()}
          </Link>
        )}
        {lot.viewerActions.includes('REGISTER') && (
          <a className="button quiet" href="#field-acceptsTerms">
            {m.register_to_bid()}
          </a>
        )}
        {lot.publicSequence > 0 && (
          <Link className="button quiet" to={`/lots/${lot.ref}/chronicle`}>
            {m.chronicle()}
          </Link>
        )}
      </div>
    </div>
  );
}

/** The next moment that binds a bidder. */
function Deadline({ lot }: { lot: Lot }) {
  const next = lot.state === 'SCHEDULED' ? lot.opensAt : lot.state === 'LIVE' ? lot.closesAt : null;
  if (!next) return null;
  return (
    <p className="mt-3 border-t border-hairline pt-3">
      <span className="block text-small text-muted">
        {lot.state === 'SCHEDULED' ? m.opens_at() : m.closes_at()}
      </span>
      <strong>
        <When at={next} as="minute" /> UTC+8
      </strong>
    </p>
  );
}

function LotJsonLd({ lot }: { lot: Lot }) {
  const root = useRoot();
  const address = useAddress();
  const language = useLanguage();
  const { price } = priceOf(lot);
  return (
    <JsonLd
      of={{
        '@type': 'Offer',
        url: `${root?.publicUrl ?? ''}${address(`/lots/${lot.ref}`)}`,
        identifier: lot.ref,
        name: plainText(lot.title, language),
        price: (Number(price.amount) / 100).toFixed(2),
        priceCurrency: price.currency,
        availabilityStarts: lot.opensAt ?? undefined,
        availabilityEnds: lot.closesAt ?? undefined,
        seller: { '@type': 'Organization', name: plainText(lot.seller.name, language) },
      }}
    />
  );
}
