import { formatNumber } from '@stx/format';
import { redirect } from 'react-router';
import { ImportAchievements, ImportColumns, ImportList } from '../data/generated/operations';
import { CheckBox } from '../form/fields';
import { FileField } from '../form/file-field';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { Section } from '../parts/section';
import { Table } from '../parts/table';
import { StateTag } from '../parts/tag';
import { When } from '../parts/when';
import { ask, here } from '../server/ask';
import { stxContext } from '../server/context';
import { newRequestId, refused, refuseForm, requestIdOf } from '../server/form';
import { importState } from '../terms/states';
import type { Route } from './+types/list.route';

export async function loader(asked: Route.LoaderArgs) {
  const { importJobs } = await ask(asked, ImportList, pageArguments(asked.request));
  return { jobs: importJobs, requestId: newRequestId() };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    return refuseForm(form, [{ field: 'file', message: m.import_file_missing() }]);
  }
  const uploaded = await asked.context.get(stxContext).upload(file);
  if ('refusal' in uploaded) return refuseForm(form, [{ field: 'file', message: uploaded.refusal }]);
  const dryRun = form.get('dryRun') === 'yes';
  const { address } = here(asked.request);
  const { importColumns: heads } = await ask(asked, ImportColumns, { uploadId: uploaded.uploadId });
  if (heads?.missing.length) return redirect(address(`/u/imports/columns/${uploaded.uploadId}`));
  const input = {
    requestId: requestIdOf(form),
    uploadId: uploaded.uploadId,
    dryRun,
  };
  const { importAchievements: result } = await ask(asked, ImportAchievements, { input });
  if (result.__typename === 'Refusal') return refused(form, result);
  return redirect(address(`/u/imports/${result.id}`));
}

export default function Imports({ loaderData: { jobs, requestId }, actionData }: Route.ComponentProps) {
  return (
    <Page title={m.nav_imports()} lead={m.imports_lead()} hasErrors={Boolean(actionData)}>
      <Section title={m.import_a_file()}>
        <FormShell reply={actionData} requestId={requestId} multipart>
          <FileField
            name="file"
            label={m.import_file()}
            hint={m.import_file_hint()}
            accept=".xlsx,.csv,.ndjson"
          />
          <CheckBox name="dryRun" label={m.import_dry_run()} hint={m.import_dry_run_hint()} />
          <Submit>{m.import_start()}</Submit>
        </FormShell>
        <p className="mt-6 max-w-reading">
          {m.import_columns_lead()}{' '}
          <a href="imports/template.csv" download>
            {m.import_template()}
          </a>
        </p>
      </Section>
      <Section title={m.imports_so_far()}>
        {jobs.nodes.length === 0 ? (
          <Empty title={m.imports_none()} />
        ) : (
          <Table
            caption={m.imports_caption()}
            head={[
              m.column_file(),
              m.column_state(),
              { label: m.import_read(), isNumber: true },
              { label: m.import_refused(), isNumber: true },
              { label: m.import_unpublished(), isNumber: true },
              m.column_started(),
            ]}
          >
            {jobs.nodes.map((job) => (
              <tr key={job.id}>
                <th scope="row">
                  <Link to={`/u/imports/${job.id}`}>{job.fileName}</Link>
                </th>
                <td>
                  <StateTag state={importState[job.state]} />
                </td>
                <td className="number">{formatNumber(job.read)}</td>
                <td className="number">{formatNumber(job.refused)}</td>
                <td className="number">{formatNumber(job.unpublished)}</td>
                <td className="whitespace-nowrap">
                  <When at={job.startedAt} as="minute" />
                </td>
              </tr>
            ))}
          </Table>
        )}
        <Pager shown={jobs.nodes.length} total={jobs.totalCount} pageInfo={jobs.pageInfo} />
      </Section>
    </Page>
  );
}
