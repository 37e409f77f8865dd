import { parseDay } from '@stx/format';
import { redirect } from 'react-router';
import { type CooperationMode, PostDemand, Shell } from '../data/generated/operations';
import { CheckBox, Select, TextArea, TextField } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { moneyOf } from '../form/money-input';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { ask, here, toSignIn } from '../server/ask';
import { type FormProblem, newRequestId, refused, refuseForm, requestIdOf, textOf } from '../server/form';
import { fieldChoices } from '../terms/fields';
import { regionChoices } from '../terms/regions';
import { choices, cooperationMode } from '../terms/terms';
import type { Route } from './+types/new.route';

export async function loader(asked: Route.LoaderArgs) {
  const { viewer } = await ask(asked, Shell);
  if (!viewer) throw toSignIn(asked.request);
  return { requestId: newRequestId(), hasOrganization: viewer.organization !== null };
}

function dayOf(form: FormData, name: string, problems: FormProblem[]): string | null {
  const text = textOf(form, name);
  const day = text && parseDay(text);
  if (text && !day) problems.push({ field: name, message: m.day_problem() });
  return day;
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const problems: FormProblem[] = [];
  const isOneGiven = (name: string) => textOf(form, `${name}Zh`) ?? textOf(form, `${name}En`);
  if (!isOneGiven('title')) problems.push({ field: 'titleZh', message: m.demand_title_missing() });
  if (!isOneGiven('problem')) problems.push({ field: 'problemZh', message: m.demand_problem_missing() });
  const mode = textOf(form, 'cooperationMode');
  if (!mode) problems.push({ field: 'cooperationMode', message: m.cooperation_missing() });
  const input = {
    requestId: requestIdOf(form),
    titleZh: textOf(form, 'titleZh'),
    titleEn: textOf(form, 'titleEn'),
    problemZh: textOf(form, 'problemZh'),
    problemEn: textOf(form, 'problemEn'),
    targetZh: textOf(form, 'targetZh'),
    targetEn: textOf(form, 'targetEn'),
    fieldCode: textOf(form, 'fieldCode'),
    regionCode: textOf(form, 'regionCode'),
    budgetAmount: moneyOf(form, 'budgetAmount', problems, true),
    deadlineOn: dayOf(form, 'deadlineOn', problems),
    cooperationMode: mode as CooperationMode,
    isAnonymous: form.get('isAnonymous') === 'yes',
  };
  if (problems.length > 0) return refuseForm(form, problems);
  const { postDemand: result } = await ask(asked, PostDemand, { input });
  if (result.__typename === 'Refusal') return refused(form, result);
  return redirect(here(asked.request).address(`/demands/${result.ref}?posted`));
}

export default function NewDemand({
  loaderData: { requestId, hasOrganization },
  actionData,
}: Route.ComponentProps) {
  return (
    <Page
      title={m.nav_post_demand()}
      lead={m.new_demand_lead()}
      hasErrors={Boolean(actionData)}
      crumbs={[{ to: '/demands', label: m.nav_demands() }]}
    >
      {!hasOrganization && (
        <div className="mb-6">
          <Callout tone="care" title={m.new_demand_no_organization()}>
            <Link to="/join">{m.join_an_organization()}</Link>
          </Callout>
        </div>
      )}
      <FormShell reply={actionData} requestId={requestId}>
        <p className="text-muted">{m.one_language_is_enough()}</p>
        <TextField name="titleZh" label={m.title_zh()} maxLength={200} lang="zh-CN" />
        <TextField name="titleEn" label={m.title_en()} maxLength={200} lang="en" optional />
        <TextArea
          name="problemZh"
          label={m.problem_zh()}
          hint={m.problem_hint()}
          maxLength={4000}
          lang="zh-CN"
        />
        <TextArea name="problemEn" label={m.problem_en()} maxLength={4000} lang="en" optional />
        <TextArea
          name="targetZh"
          label={m.target_zh()}
          hint={m.target_hint()}
          rows={3}
          maxLength={2000}
          lang="zh-CN"
          optional
        />
        <TextArea name="targetEn" label={m.target_en()} rows={3} maxLength={2000} lang="en" optional />
        <Select name="fieldCode" label={m.facet_field()} choices={fieldChoices()} optional />
        <Select name="regionCode" label={m.region()} choices={regionChoices()} optional />
        <TextField
          name="budgetAmount"
          label={m.budget()}
          hint={m.money_hint()}
          unit={m.yuan()}
          inputMode="decimal"
          narrow
          optional
        />
        <TextField name="deadlineOn" label={m.deadline()} hint={m.day_hint()} narrow optional />
        <Select name="cooperationMode" label={m.cooperation()} choices={choices(cooperationMode)} />
        <CheckBox name="isAnonymous" label={m.post_anonymously()} hint={m.post_anonymously_hint()} />
        <p className="text-muted">{m.new_demand_public()}</p>
        <Submit>{m.post_demand()}</Submit>
      </FormShell>
    </Page>
  );
}
