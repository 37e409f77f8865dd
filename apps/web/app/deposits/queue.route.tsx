import { formatMoney, moneyForInput } from '@stx/format';
import { ConfirmDeposit, DepositQueue } from '../data/generated/operations';
import { TextField } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { moneyOf } from '../form/money-input';
import { Submit } from '../form/submit';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { ask } from '../server/ask';
import {
  accepted,
  type FormProblem,
  newRequestId,
  refused,
  refuseForm,
  requestIdOf,
  textOf,
} from '../server/form';
import type { Route } from './+types/queue.route';

export async function loader(asked: Route.LoaderArgs) {
  const { depositQueue } = await ask(asked, DepositQueue, pageArguments(asked.request));
  return { queue: depositQueue, requestIds: depositQueue.nodes.map(() => newRequestId()) };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const depositId = textOf(form, 'depositId') ?? '';
  const problems: FormProblem[] = [];
  const bankReference = textOf(form, `bankReference-${depositId}`) ?? '';
  if (!bankReference)
    problems.push({ field: `bankReference-${depositId}`, message: m.bank_reference_missing() });
  const amount = moneyOf(form, `amount-${depositId}`, problems) ?? '';
  if (problems.length > 0) return refuseForm(form, problems);
  const { confirmDeposit: result } = await ask(asked, ConfirmDeposit, {
    input: { requestId: requestIdOf(form), depositId, amount, bankReference },
  });
  if (result.__typename !== 'Refusal') return accepted({ confirmed: bankReference });
  return refused(form, { ...result, field: result.field && `${result.field}-${depositId}` });
}

export default function DepositQueuePage({
  loaderData: { queue, requestIds },
  actionData,
}: Route.ComponentProps) {
  const language = useLanguage();
  const confirmed = actionData && 'confirmed' in actionData ? actionData.confirmed : null;
  return (
    <Page
      title={m.nav_deposit_queue()}
      lead={m.deposit_queue_lead()}
      hasErrors={Boolean(actionData?.problems.length)}
      crumbs={[{ to: '/o', label: m.nav_operations() }]}
    >
      {confirmed && (
        <div className="mb-6">
          <Callout tone="good" role="status" title={m.deposit_confirmed({ reference: confirmed })} />
        </div>
      )}
      {queue.nodes.length === 0 && <Empty title={m.deposit_queue_none()} />}
      <ul className="space-y-6">
        {queue.nodes.map((deposit, i) => {
          const isThis = actionData?.values['depositId']?.[0] === deposit.id;
          return (
            <li key={deposit.id} className="panel">
              <h2 className="mb-4 text-h4">
                <span className="code text-h4">{deposit.paymentReference}</span> ·{' '}
                {formatMoney(deposit.amount, language)}
              </h2>
              <div className="mb-6">
                <Facts
                  columns="three"
                  items={[
                    [m.from_organization(), <Text key="from" of={deposit.organization.name} />],
                    [
                      m.lot(),
                      <Link key="lot" to={`/lots/${deposit.lot.ref}`}>
                        <Text of={deposit.lot.title} />
                      </Link>,
                    ],
                    [m.requested_on(), <When key="requested" at={deposit.requestedAt} as="minute" />],
                  ]}
                />
              </div>
              <FormShell reply={isThis ? actionData : undefined} requestId={requestIds[i]}>
                <input type="hidden" name="depositId" value={deposit.id} />
                <TextField
                  name={`amount-${deposit.id}`}
                  label={m.amount_received()}
                  defaultValue={moneyForInput(deposit.amount.amount)}
                  unit={m.yuan()}
                  inputMode="decimal"
                  narrow
                />
                <TextField
                  name={`bankReference-${deposit.id}`}
                  label={m.bank_reference()}
                  hint={m.bank_reference_hint()}
                  maxLength={80}
                  narrow
                />
                <Submit name="confirm" value={deposit.id}>
                  {m.confirm_deposit()}
                </Submit>
              </FormShell>
            </li>
          );
        })}
      </ul>
      <Pager shown={queue.nodes.length} total={queue.totalCount} pageInfo={queue.pageInfo} />
    </Page>
  );
}
