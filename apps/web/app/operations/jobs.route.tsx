import { Jobs, ReplayDeadLetter } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Empty } from '../parts/empty';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { Section } from '../parts/section';
import { ask } from '../server/ask';
import { accepted, newRequestId, refused, requestIdOf, textOf } from '../server/form';
import { ParkedFact } from './parked-fact';
import { JobTable, SubscriberTable } from './work-tables';
import type { Route } from './+types/jobs.route';

export async function loader(asked: Route.LoaderArgs) {
  const work = await ask(asked, Jobs, pageArguments(asked.request));
  return { ...work, requestIds: work.deadLetters.nodes.map(() => newRequestId()) };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const seq = Number(textOf(form, 'seq'));
  const { replayDeadLetter: result } = await ask(asked, ReplayDeadLetter, {
    input: {
      requestId: requestIdOf(form),
      subscription: textOf(form, 'subscription') ?? '',
      seq: Number.isSafeInteger(seq) ? seq : 0,
    },
  });
  if (result.__typename === 'Refusal') return refused(form, result);
  return accepted({ asked: result.seq });
}

export default function BackgroundWork({
  loaderData: { deadLetters, subscribers, jobCounts, requestIds },
  actionData,
}: Route.ComponentProps) {
  const asked = actionData && 'asked' in actionData ? actionData.asked : null;
  const replyTo = (subscription: string, seq: number) =>
    actionData?.values['subscription']?.[0] === subscription && actionData.values['seq']?.[0] === String(seq)
      ? actionData
      : undefined;
  const isElsewhere =
    actionData?.problems.length &&
    !deadLetters.nodes.some(({ subscription, seq }) => replyTo(subscription, seq));
  return (
    <Page
      title={m.nav_jobs()}
      lead={m.jobs_lead()}
      hasErrors={Boolean(actionData?.problems.length)}
      crumbs={[{ to: '/o', label: m.nav_operations() }]}
    >
      {asked !== null && (
        <div className="mb-6">
          <Callout tone="good" role="status" title={m.replay_asked({ seq: asked })} />
        </div>
      )}
      {isElsewhere && (
        <div className="mb-6">
          <Callout tone="care" role="alert" title={actionData.problems[0]!.message} />
        </div>
      )}
      <Section title={m.parked_facts()}>
        {deadLetters.nodes.length === 0 ? (
          <Empty title={m.parked_none()}>{m.parked_none_hint()}</Empty>
        ) : (
          <>
            <p className="mb-4 max-w-reading">{m.parked_hint()}</p>
            <ul className="space-y-6">
              {deadLetters.nodes.map((letter, i) => (
                <ParkedFact
                  key={`${letter.subscription} ${letter.seq}`}
                  letter={letter}
                  requestId={requestIds[i]!}
                  reply={replyTo(letter.subscription, letter.seq)}
                />
              ))}
            </ul>
            <Pager
              shown={deadLetters.nodes.length}
              total={deadLetters.totalCount}
              pageInfo={deadLetters.pageInfo}
            />
          </>
        )}
      </Section>
      <Section title={m.subscribers()}>
        {subscribers.length > 0 ? (
          <SubscriberTable subscribers={subscribers} />
        ) : (
          <Empty title={m.subscribers_none()} />
        )}
      </Section>
      <Section title={m.job_queue()}>
        {jobCounts.length > 0 ? <JobTable jobs={jobCounts} /> : <Empty title={m.job_queue_none()} />}
      </Section>
    </Page>
  );
}
