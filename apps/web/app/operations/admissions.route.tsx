import { redirect } from 'react-router';
import { AdmissionQueue, DecideAdmission } from '../data/generated/operations';
import { TextField } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { DemonstrationTag } from '../parts/tag';
import { ask, here } from '../server/ask';
import { newRequestId, refused, refuseForm, requestIdOf, textOf } from '../server/form';
import { regionName } from '../terms/regions';
import { organizationKind } from '../terms/terms';
import type { Route } from './+types/admissions.route';

export async function loader(asked: Route.LoaderArgs) {
  const { admissionQueue } = await ask(asked, AdmissionQueue, pageArguments(asked.request));
  return { queue: admissionQueue, requestIds: admissionQueue.nodes.map(() => newRequestId()) };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const organizationId = textOf(form, 'organizationId') ?? '';
  const field = `reason-${organizationId}`;
  const reason = textOf(form, field);
  if (!reason) return refuseForm(form, [{ field, message: m.reason_missing() }]);
  const { decideAdmission: result } = await ask(asked, DecideAdmission, {
    input: { requestId: requestIdOf(form), organizationId, admit: form.get('admit') === 'yes', reason },
  });
  if (result.__typename !== 'Refusal') return redirect(here(asked.request).address('/o/admissions'));
  return refused(form, { ...result, field: result.field && `${result.field}-${organizationId}` });
}

export default function Admissions({ loaderData: { queue, requestIds }, actionData }: Route.ComponentProps) {
  return (
    <Page
      title={m.nav_admissions()}
      lead={m.admissions_lead()}
      hasErrors={Boolean(actionData)}
      crumbs={[{ to: '/o', label: m.nav_operations() }]}
    >
      {queue.nodes.length === 0 && <Empty title={m.admissions_none()} />}
      <ul className="space-y-6">
        {queue.nodes.map((organization, i) => (
          <li key={organization.id} className="panel">
            <div className="mb-4 flex flex-wrap items-center gap-3">
              <h2 className="text-h4" lang="zh-CN">
                {organization.name.zh}
              </h2>
              <DemonstrationTag shown={organization.isDemonstration} />
            </div>
            <div className="mb-6">
              <Facts
                items={[
                  organization.name.en
                    ? [
                        m.name_en(),
                        <span key="en" lang="en">
                          {organization.name.en}
                        </span>,
                      ]
                    : null,
                  [m.organization_kind(), organizationKind[organization.kind]()],
                  [m.credit_code(), organization.creditCode],
                  [m.region(), regionName(organization.regionCode) ?? m.not_stated()],
                ]}
              />
            </div>
            <FormShell
              reply={actionData?.values['organizationId']?.[0] === organization.id ? actionData : undefined}
              requestId={requestIds[i]}
            >
              <input type="hidden" name="organizationId" value={organization.id} />
              <TextField
                name={`reason-${organization.id}`}
                label={m.reason()}
                hint={m.admission_reason_hint()}
                maxLength={200}
              />
              <div className="flex flex-wrap gap-3">
                <Submit name="admit" value="yes">
                  {m.admit()}
                </Submit>
                <Submit name="admit" value="no" tone="danger">
                  {m.refuse_admission()}
                </Submit>
              </div>
            </FormShell>
          </li>
        ))}
      </ul>
      <Pager shown={queue.nodes.length} total={queue.totalCount} pageInfo={queue.pageInfo} />
    </Page>
  );
}
