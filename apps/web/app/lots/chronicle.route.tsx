import { formatTimeExact, formatDay } from '@stx/format';
import { Link as RouterLink } from 'react-router';
import { ChronicleKey, LotEvents, LotPage } from '../data/generated/operations';
import { plainText } from '../i18n/pick';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { Table } from '../parts/table';
import { StateTag } from '../parts/tag';
import { ask, notFound } from '../server/ask';
import { lotState } from '../terms/states';
import type { Route } from './+types/chronicle.route';
import { parseEventData } from './event-data';
import { eventFacts, eventName } from './event-words';

const EVENTS_A_PAGE = 100;
const ENDED = new Set(['SOLD', 'UNSOLD', 'WITHDRAWN']);

export async function loader(asked: Route.LoaderArgs) {
  const after = Math.max(0, Number(new URL(asked.request.url).searchParams.get('after')) || 0);
  const { lot } = await ask(asked, LotPage, { ref: asked.params.ref });
  if (!lot) return notFound(asked);
  const { lotEvents } = await ask(asked, LotEvents, { lotId: lot.id, after, first: EVENTS_A_PAGE });
  const { chronicleKey } = await ask(asked, ChronicleKey);
  return { lot, events: lotEvents, after, chronicleKey };
}

export default function Chronicle({
  loaderData: { lot, events, after, chronicleKey },
}: Route.ComponentProps) {
  const language = useLanguage();
  const lotTitle = plainText(lot.title, language);
  const last = events.at(-1)?.n ?? after;
  const verify = `npm run --silent stx -- chronicle verify ${lot.ref}.ndjson --key ${chronicleKey}`;
  return (
    <Page
      title={m.chronicle_of({ title: lotTitle })}
      heading={m.chronicle()}
      crumb={m.chronicle()}
      lead={m.chronicle_lead()}
      crumbs={[
        { to: '/trade', label: m.nav_trade() },
        { to: `/lots/${lot.ref}`, label: lotTitle },
      ]}
      over={
        <>
          <StateTag state={lotState[lot.state]} />
          <span className="figures">{lot.ref}</span>
        </>
      }
    >
      <div className="mb-8">
        <Facts
          columns="one"
          items={[
            [m.chronicle_count(), String(lot.publicSequence)],
            [
              m.chronicle_head(),
              lot.chronicleHead ? (
                <code key="head" className="break-all">
                  {lot.chronicleHead}
                </code>
              ) : (
                m.not_set_yet()
              ),
            ],
            [
              m.chronicle_key(),
              <code key="key" className="break-all">
                {chronicleKey}
              </code>,
            ],
          ]}
        />
      </div>
      {events.length === 0 ? (
        <Empty title={m.chronicle_empty()} />
      ) : (
        <Table
          caption={m.chronicle_caption()}
          head={[m.column_number(), m.column_time(), m.column_event(), m.column_facts(), m.column_hash()]}
        >
          {events.map(({ n, at, type, data, hash }) => (
            <tr key={n}>
              <th scope="row" className="figures">
                {n}
              </th>
              <td className="whitespace-nowrap">
                <time dateTime={at}>
                  {formatDay(at, language)} {formatTimeExact(at, true)}
                </time>
              </td>
              <td>{eventName(type)}</td>
              <td>{eventFacts(type, parseEventData(data), lot.currency, language).join(' · ')}</td>
              <td>
                <code title={hash}>{hash.slice(0, 16)}…</code>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <nav aria-label={m.pages_of_list()} className="mt-6 flex gap-4">
        {after > 0 && (
          <RouterLink className="button quiet" to={`?after=${Math.max(0, after - EVENTS_A_PAGE)}`}>
            {m.page_previous()}
          </RouterLink>
        )}
        {last < lot.publicSequence && (
          <RouterLink className="button quiet" to={`?after=${last}`}>
            {m.page_next()}
          </RouterLink>
        )}
      </nav>
      <div className="mt-10">
        <Section title={m.chronicle_verify()}>
          <p className="max-w-reading">{m.chronicle_verify_how()}</p>
          {ENDED.has(lot.state) ? (
            <>
              <p className="mt-4">
                <a className="button quiet" href={`chronicle.ndjson`} download={`${lot.ref}.ndjson`}>
                  {m.chronicle_download()}
                </a>
              </p>
              <p className="mt-4">
                <code className="break-all">{verify}</code>
              </p>
            </>
          ) : (
            <p className="mt-4">{m.chronicle_download_later()}</p>
          )}
        </Section>
      </div>
    </Page>
  );
}
