import { formatNumber } from '@stx/format';
import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { ImportPage, PublishAchievements } from '../data/generated/operations';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { Table } from '../parts/table';
import { StateTag } from '../parts/tag';
import { When } from '../parts/when';
import { ask, notFound } from '../server/ask';
import { accepted, newRequestId, refused, requestIdOf } from '../server/form';
import { importState } from '../terms/states';
import type { Route } from './+types/detail.route';
import { ImportCounts } from './counts';

export async function loader(asked: Route.LoaderArgs) {
  const { importJob } = await ask(asked, ImportPage, { id: asked.params.id });
  return { job: importJob ?? notFound(asked), requestId: newRequestId() };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const { publishAchievements: result } = await ask(asked, PublishAchievements, {
    input: { requestId: requestIdOf(form), importJobId: asked.params.id },
  });
  if (result.__typename === 'Refusal') return refused(form, result);
  return accepted({ published: result.count });
}

const REFRESH_MS = 2_000;

function useRefresh(isOn: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => void revalidate(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [isOn, revalidate]);
}

export default function ImportDetail({ loaderData: { job, requestId }, actionData }: Route.ComponentProps) {
  const isRunning = job.state === 'RUNNING';
  useRefresh(isRunning);
  const published = actionData && 'published' in actionData ? actionData.published : null;
  return (
    <Page
      title={job.fileName}
      hasErrors={Boolean(actionData?.problems.length)}
      crumbs={[{ to: '/u/imports', label: m.nav_imports() }]}
      over={
        <>
          <span role="status">
            <StateTag state={importState[job.state]} />
          </span>
          <When at={job.startedAt} as="exact" />
        </>
      }
    >
      {isRunning && (
        <>
          <noscript>
            <meta httpEquiv="refresh" content="5" />
          </noscript>
          <p className="mb-6">
            {m.import_is_running()} <a href="">{m.refresh()}</a>
          </p>
        </>
      )}
      {job.failure && (
        <div className="mb-8">
          <Callout tone="stop" title={m.import_did_fail()}>
            {job.failure}
          </Callout>
        </div>
      )}
      {published !== null && (
        <div className="mb-8">
          <Callout tone="good" role="status" title={m.published_count({ count: formatNumber(published) })}>
            <Link to="/achievements">{m.see_in_public()}</Link>
          </Callout>
        </div>
      )}
      <Section title={m.import_result()}>
        <div className="panel tinted">
          <ImportCounts job={job} />
        </div>
        {!isRunning && job.unpublished > 0 && (
          <div className="mt-6">
            <p className="mb-3 max-w-reading">{m.publish_lead()}</p>
            <FormShell reply={actionData} requestId={requestId}>
              <Submit>{m.publish_drafts({ count: formatNumber(job.unpublished) })}</Submit>
            </FormShell>
          </div>
        )}
      </Section>
      {job.errors.length > 0 && <RowErrors id={job.id} errors={job.errors} refused={job.refused} />}
    </Page>
  );
}

type RowError = Route.ComponentProps['loaderData']['job']['errors'][number];

function RowErrors({ id, errors, refused }: { id: string; errors: RowError[]; refused: number }) {
  return (
    <Section title={m.import_errors()}>
      <p className="mb-4">
        <a className="button quiet" href={`${id}/refused.csv`} download>
          {m.import_errors_download()}
        </a>
      </p>
      <Table
        caption={m.import_errors_caption({
          shown: formatNumber(errors.length),
          total: formatNumber(refused),
        })}
        head={[m.column_row(), m.column_column(), m.column_problem(), m.column_rule()]}
      >
        {errors.map(({ row, column, rule, message }, i) => (
          <tr key={i}>
            <th scope="row" className="figures">
              {formatNumber(row)}
            </th>
            <td>{column ?? '–'}</td>
            <td>{message}</td>
            <td>
              <code>{rule}</code>
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
