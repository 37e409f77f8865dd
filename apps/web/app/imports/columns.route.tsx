import { redirect } from 'react-router';
import { ImportAchievements, ImportColumns } from '../data/generated/operations';
import { CheckBox, Select } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { ask, here, notFound } from '../server/ask';
import { newRequestId, refused, refuseForm, requestIdOf, textOf } from '../server/form';
import { importField } from '../terms/import-fields';
import type { Route } from './+types/columns.route';

export async function loader(asked: Route.LoaderArgs) {
  const { importColumns } = await ask(asked, ImportColumns, { uploadId: asked.params.uploadId });
  return { file: importColumns ?? notFound(asked), requestId: newRequestId() };
}

export async function action(asked: Route.ActionArgs) {
  const { uploadId } = asked.params;
  const form = await asked.request.formData();
  const { importColumns: file } = await ask(asked, ImportColumns, { uploadId });
  if (!file) return notFound(asked);
  const chosen = file.fields.map(({ name, isRequired }) => ({
    name,
    isRequired,
    column: textOf(form, name),
  }));
  const problems = chosen.flatMap(({ name, isRequired, column }) =>
    isRequired && !column
      ? [{ field: name, message: m.columns_choose({ field: importField[name]?.() ?? name }) }]
      : [],
  );
  if (problems.length > 0) return refuseForm(form, problems);
  const mapping = chosen.flatMap(({ name, column }) => (column ? [{ field: name, column }] : []));
  const input = { requestId: requestIdOf(form), uploadId, dryRun: form.get('dryRun') === 'yes', mapping };
  const { importAchievements: result } = await ask(asked, ImportAchievements, { input });
  if (result.__typename === 'Refusal') return refused(form, result);
  return redirect(here(asked.request).address(`/u/imports/${result.id}`));
}

/** The file has other heads than ours: which of its columns is which of our fields? */
export default function Columns({ loaderData: { file, requestId }, actionData }: Route.ComponentProps) {
  const suggested = new Map(file.suggested.map(({ field, column }) => [field, column]));
  const choices = file.columns.map((column) => ({ value: column, label: column }));
  return (
    <Page
      title={m.columns_title()}
      lead={m.columns_lead({ file: file.fileName })}
      hasErrors={Boolean(actionData)}
      crumbs={[{ to: '/u/imports', label: m.nav_imports() }]}
    >
      <Section title={m.columns_of_file()}>
        <FormShell reply={actionData} requestId={requestId}>
          {file.fields.map(({ name, isRequired }) => (
            <Select
              key={name}
              name={name}
              label={importField[name]?.() ?? name}
              choices={[{ value: '', label: m.columns_none() }, ...choices]}
              defaultValue={suggested.get(name) ?? ''}
              optional={!isRequired}
            />
          ))}
          <CheckBox name="dryRun" label={m.import_dry_run()} hint={m.import_dry_run_hint()} />
          <Submit>{m.import_start()}</Submit>
        </FormShell>
      </Section>
    </Page>
  );
}
