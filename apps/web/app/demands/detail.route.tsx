import { redirect } from 'react-router';
import { CloseDemand, DemandMatches, DemandPage } from '../data/generated/operations';
import { FormShell } from '../form/form-shell';
import { TextField } from '../form/fields';
import { Submit } from '../form/submit';
import { useRoot } from '../frame/use-root';
import { plainText } from '../i18n/pick';
import { useAddress, useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Empty, Unavailable } from '../parts/empty';
import { Facts } from '../parts/facts';
import { JsonLd } from '../parts/json-ld';
import { Money } from '../parts/money';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { DemonstrationTag, StateTag } from '../parts/tag';
import { Paragraphs, Text } from '../parts/text';
import { Deadline, When } from '../parts/when';
import { ask, askPart, here, notFound } from '../server/ask';
import { newRequestId, refused, refuseForm, requestIdOf, textOf } from '../server/form';
import { fieldName } from '../terms/fields';
import { regionName } from '../terms/regions';
import { demandState } from '../terms/states';
import { cooperationMode } from '../terms/terms';
import type { Route } from './+types/detail.route';
import { Matches } from './matches';
import { Poster } from './row';

export async function loader(asked: Route.LoaderArgs) {
  const { ref } = asked.params;
  const [{ demand }, matches] = await Promise.all([
    ask(asked, DemandPage, { ref }),
    askPart(asked, DemandMatches, { ref, first: 10 }),
  ]);
  const isNew = new URL(asked.request.url).searchParams.has('posted');
  return {
    demand: demand ?? notFound(asked),
    matches,
    now: new Date().toISOString(),
    requestId: newRequestId(),
    isNew,
  };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const reason = textOf(form, 'reason');
  if (!reason) return refuseForm(form, [{ field: 'reason', message: m.reason_missing() }]);
  const input = { requestId: requestIdOf(form), demandId: textOf(form, 'demandId') ?? '', reason };
  const { closeDemand: result } = await ask(asked, CloseDemand, { input });
  if (result.__typename === 'Refusal') return refused(form, result);
  return redirect(here(asked.request).address(`/demands/${asked.params.ref}`));
}

export default function DemandDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { demand, matches, now, requestId, isNew } = loaderData;
  const title = plainText(demand.title, useLanguage());
  return (
    <Page
      title={title}
      heading={<Text of={demand.title} />}
      hasErrors={Boolean(actionData)}
      crumbs={[{ to: '/demands', label: m.nav_demands() }]}
      over={
        <>
          <StateTag state={demandState[demand.state]} />
          <span className="figures">{demand.ref}</span>
          <DemonstrationTag shown={demand.isDemonstration} />
        </>
      }
    >
      <DemandJsonLd demand={demand} />
      {isNew && demand.isMine && (
        <div className="mb-8">
          <Callout tone="good" role="status" title={m.demand_posted({ ref: demand.ref })}>
            {m.demand_posted_next()}
          </Callout>
        </div>
      )}
      <div className="grid items-start gap-x-12 gap-y-8 md:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0">
          <Section title={m.problem()}>
            <Paragraphs of={demand.problem} />
          </Section>
          {demand.target && (
            <Section title={m.target_figures()}>
              <Paragraphs of={demand.target} />
            </Section>
          )}
        </div>
        <aside aria-label={m.demand_facts()} className="panel tinted">
          <Facts
            columns="one"
            items={[
              [m.budget(), demand.budget ? <Money key="budget" of={demand.budget} /> : m.not_stated()],
              [
                m.deadline(),
                demand.deadlineOn ? (
                  <Deadline key="deadline" at={demand.deadlineOn} now={now} />
                ) : (
                  m.not_stated()
                ),
              ],
              [m.cooperation(), cooperationMode[demand.cooperationMode]()],
              [m.facet_field(), fieldName(demand.fieldCode) ?? m.not_stated()],
              [m.region(), regionName(demand.regionCode) ?? m.not_stated()],
              [m.posted_by(), <Poster key="poster" demand={demand} />],
              [m.published_on(), <When key="published" at={demand.publishedAt} />],
            ]}
          />
        </aside>
      </div>
      <Section
        title={m.matching_achievements()}
        aside={
          matches.ok && (
            <span className="text-small text-muted">
              {m.matching_version({ version: matches.data.matchingVersion })}
            </span>
          )
        }
      >
        {!matches.ok && <Unavailable problem={matches.problem} />}
        {matches.ok &&
          (matches.data.demand?.matches.length ? (
            <Matches matches={matches.data.demand.matches} now={now} />
          ) : (
            <Empty title={m.no_match()}>{m.no_match_next()}</Empty>
          ))}
      </Section>
      {demand.isMine && demand.state === 'PUBLISHED' && (
        <Section title={m.close_demand()}>
          <FormShell reply={actionData} requestId={requestId}>
            <input type="hidden" name="demandId" value={demand.id} />
            <TextField name="reason" label={m.reason()} hint={m.close_demand_hint()} maxLength={200} />
            <Submit tone="danger">{m.close_demand()}</Submit>
          </FormShell>
        </Section>
      )}
    </Page>
  );
}

function DemandJsonLd({ demand }: { demand: Route.ComponentProps['loaderData']['demand'] }) {
  const root = useRoot();
  const address = useAddress();
  const language = useLanguage();
  return (
    <JsonLd
      of={{
        '@type': 'Demand',
        url: `${root?.publicUrl ?? ''}${address(`/demands/${demand.ref}`)}`,
        identifier: demand.ref,
        name: plainText(demand.title, language),
        description: plainText(demand.problem, language),
        validThrough: demand.deadlineOn ?? undefined,
      }}
    />
  );
}
