import { ApplyForAdmission, type OrganizationKind, type Role, Shell } from '../data/generated/operations';
import { useViewer } from '../frame/use-root';
import { FormShell } from '../form/form-shell';
import { Select, TextField } from '../form/fields';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Page } from '../parts/page';
import { StateTag } from '../parts/tag';
import { Text } from '../parts/text';
import { ask, toSignIn } from '../server/ask';
import {
  accepted,
  newRequestId,
  refused,
  refuseForm,
  requestIdOf,
  textOf,
  type FormProblem,
} from '../server/form';
import { admissionState, choices, organizationKind, role } from '../terms/terms';
import { regionChoices } from '../terms/regions';
import type { Route } from './+types/join.route';

const WANTED: Role[] = ['OFFICER', 'BUYER', 'BROKER'];

export async function loader(asked: Route.LoaderArgs) {
  const { viewer } = await ask(asked, Shell);
  if (!viewer) throw toSignIn(asked.request);
  return { requestId: newRequestId() };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const need = (field: string, message: string) => {
    const value = textOf(form, field);
    if (!value) problems.push({ field, message });
    return value ?? '';
  };
  const problems: FormProblem[] = [];
  const input = {
    requestId: requestIdOf(form),
    creditCode: need('creditCode', m.join_credit_code_missing()),
    kind: need('kind', m.join_kind_missing()) as OrganizationKind,
    nameZh: need('nameZh', m.join_name_zh_missing()),
    nameEn: need('nameEn', m.join_name_en_missing()),
    regionCode: textOf(form, 'regionCode'),
    role: need('role', m.join_role_missing()) as Role,
  };
  if (problems.length > 0) return refuseForm(form, problems);
  const { applyForAdmission: result } = await ask(asked, ApplyForAdmission, { input });
  return result.__typename === 'Refusal' ? refused(form, result) : accepted({});
}

export default function Join({ loaderData: { requestId }, actionData }: Route.ComponentProps) {
  const viewer = useViewer();
  const isSent = actionData?.problems.length === 0;
  return (
    <Page title={m.join_title()} lead={m.join_lead()} hasErrors={Boolean(actionData && !isSent)}>
      {isSent && (
        <Callout tone="good" title={m.join_sent()} role="status">
          {m.join_sent_next()}
        </Callout>
      )}
      {viewer && viewer.memberships.length > 0 && (
        <ul className="my-6 space-y-2">
          {viewer.memberships.map(({ organization }) => (
            <li key={organization.id} className="flex flex-wrap gap-3">
              <Text of={organization.name} />
              <StateTag
                state={{
                  tone:
                    organization.admission === 'ADMITTED'
                      ? 'good'
                      : organization.admission === 'REFUSED'
                        ? 'stop'
                        : 'info',
                  name: admissionState[organization.admission],
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {!isSent && (
        <FormShell reply={actionData} requestId={requestId}>
          <TextField
            name="creditCode"
            label={m.credit_code()}
            hint={m.credit_code_hint()}
            maxLength={32}
            narrow
          />
          <Select name="kind" label={m.organization_kind()} choices={choices(organizationKind)} />
          <TextField
            name="nameZh"
            label={m.name_zh()}
            hint={m.join_name_hint()}
            autoComplete="organization"
            maxLength={200}
            lang="zh-CN"
          />
          <TextField name="nameEn" label={m.name_en()} maxLength={200} lang="en" />
          <Select name="regionCode" label={m.region()} choices={regionChoices()} optional />
          <Select
            name="role"
            label={m.join_role()}
            hint={m.join_role_hint()}
            choices={choices(role).filter(({ value }) => WANTED.includes(value))}
          />
          <Submit>{m.join_send()}</Submit>
        </FormShell>
      )}
    </Page>
  );
}
