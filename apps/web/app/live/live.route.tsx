import { LotEvents, LotPage } from '../data/generated/operations';
import { plainText } from '../i18n/pick';
import { useLanguage } from '../i18n/use-language';
import { LotTerms } from '../lots/terms';
import { m } from '../messages/generated/messages';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { DemonstrationTag, StateTag } from '../parts/tag';
import { Text } from '../parts/text';
import { ask, notFound } from '../server/ask';
import { newRequestId } from '../server/form';
import { lotState } from '../terms/states';
import type { Route } from './+types/live.route';
import { bid, conduct } from './live-actions';
import { RoomView } from './room-view';

const EVENTS_SHOWN = 60;

export async function loader(asked: Route.LoaderArgs) {
  const { lot, serverTime } = await ask(asked, LotPage, { ref: asked.params.ref });
  if (!lot) return notFound(asked);
  const after = Math.max(0, lot.publicSequence - EVENTS_SHOWN);
  const { lotEvents } = await ask(asked, LotEvents, { lotId: lot.id, after, first: EVENTS_SHOWN });
  return { lot, events: lotEvents, serverTime, requestId: newRequestId() };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  return form.get('intent') === 'bid' ? bid(asked, form) : conduct(asked, form, asked.params.ref);
}

export default function Live({ loaderData, actionData }: Route.ComponentProps) {
  const { lot, events, serverTime, requestId } = loaderData;
  const title = plainText(lot.title, useLanguage());
  const outcome = actionData && 'bid' in actionData ? actionData.bid : undefined;
  const reply = actionData && 'problems' in actionData ? actionData : undefined;
  return (
    <Page
      title={m.live_title({ title })}
      heading={<Text of={lot.title} />}
      crumb={m.room_short()}
      compact
      hasErrors={Boolean(reply) || outcome?.accepted === false}
      crumbs={[
        { to: '/trade', label: m.nav_trade() },
        { to: `/lots/${lot.ref}`, label: title },
      ]}
      over={
        <>
          <StateTag state={lotState[lot.state]} />
          <span className="figures">{lot.ref}</span>
          <DemonstrationTag shown={lot.isDemonstration} />
          <a className="sr-only focus:not-sr-only" href="#price">
            {m.go_to_price()}
          </a>
          {lot.viewerActions.includes('BID') && (
            <a className="sr-only focus:not-sr-only" href="#bid">
              {m.go_to_bid()}
            </a>
          )}
        </>
      }
    >
      <RoomView key={lot.id} {...{ lot, events, serverTime, requestId, reply }} bid={outcome} />
      <div className="mt-12">
        <Section title={m.lot_terms()}>
          <LotTerms lot={lot} />
        </Section>
      </div>
    </Page>
  );
}
