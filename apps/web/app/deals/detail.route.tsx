import { amountInWords, moneyForInput } from '@stx/format';
import { redirect } from 'react-router';
import { ConfirmPayment, DealPage } from '../data/generated/operations';
import { TextField } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { moneyOf } from '../form/money-input';
import { Submit } from '../form/submit';
import { useViewer } from '../frame/use-root';
import { plainText } from '../i18n/pick';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { type Fact, Facts } from '../parts/facts';
import { Link } from '../parts/link';
import { Money } from '../parts/money';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { DemonstrationTag, StateTag } from '../parts/tag';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { ask, here, notFound } from '../server/ask';
import { type FormProblem, newRequestId, refused, refuseForm, requestIdOf, textOf } from '../server/form';
import { fieldName } from '../terms/fields';
import { dealState } from '../terms/states';
import { saleMode } from '../terms/terms';
import type { Route } from './+types/detail.route';
import { Journals } from './journals';

export async function loader(asked: Route.LoaderArgs) {
  const { deal } = await ask(asked, DealPage, { ref: asked.params.ref });
  return { deal: deal ?? notFound(asked), requestId: newRequestId() };
}

export async function action(asked: Route.ActionArgs) {
  const form = await asked.request.formData();
  const problems: FormProblem[] = [];
  const bankReference = textOf(form, 'bankReference') ?? '';
  if (!bankReference) problems.push({ field: 'bankReference', message: m.bank_reference_missing() });
  const amount = moneyOf(form, 'amount', problems) ?? '';
  if (problems.length > 0) return refuseForm(form, problems);
  const { confirmPayment: result } = await ask(asked, ConfirmPayment, {
    input: { requestId: requestIdOf(form), dealId: textOf(form, 'dealId') ?? '', amount, bankReference },
  });
  if (result.__typename === 'Refusal') return refused(form, result);
  return redirect(here(asked.request).address(`/deals/${asked.params.ref}`));
}

type Deal = Route.ComponentProps['loaderData']['deal'];

function organizationFact(label: string, organization: Deal['seller']): Fact {
  if (!organization) return null;
  return [
    label,
    <Link key={label} to={`/organizations/${organization.ref}`}>
      <Text of={organization.name} />
    </Link>,
  ];
}

export default function DealDetail({ loaderData: { deal, requestId }, actionData }: Route.ComponentProps) {
  const language = useLanguage();
  const viewer = useViewer();
  const mayConfirm = deal.state === 'OPEN' && viewer?.roles.includes('OPERATOR');
  return (
    <Page
      title={plainText(deal.title, language)}
      heading={<Text of={deal.title} />}
      hasErrors={Boolean(actionData)}
      crumbs={[{ to: '/deals', label: m.nav_deals() }]}
      over={
        <>
          <StateTag state={dealState[deal.state]} />
          <span className="figures">{deal.ref}</span>
          <DemonstrationTag shown={deal.isDemonstration} />
        </>
      }
    >
      <div className="panel tinted mb-10">
        <p className="text-small text-muted">{m.final_price()}</p>
        <p className="text-h1">
          <Money of={deal.price} />
        </p>
        <p className="text-small text-muted">{amountInWords(deal.price, language)}</p>
      </div>
      <Section title={m.deal_facts()}>
        <Facts
          items={[
            [m.column_mode(), saleMode[deal.mode]()],
            [m.column_closed(), <When key="closed" at={deal.closedAt} as="exact" />],
            [m.facet_field(), fieldName(deal.fieldCode) ?? m.not_stated()],
            deal.lot
              ? [
                  m.lot(),
                  <span key="lot">
                    <Link to={`/lots/${deal.lot.ref}`}>{deal.lot.ref}</Link> ·{' '}
                    <Link to={`/lots/${deal.lot.ref}/chronicle`}>{m.chronicle()}</Link>
                  </span>,
                ]
              : null,
            deal.lot?.winnerCode ? [m.winner_code(), deal.lot.winnerCode] : null,
            organizationFact(m.seller(), deal.seller),
            organizationFact(m.buyer(), deal.buyer),
            deal.dueAmount ? [m.amount_due(), <Money key="due" of={deal.dueAmount} />] : null,
          ]}
        />
      </Section>
      {deal.journals.length > 0 && (
        <Section title={m.journals()}>
          <Journals journals={deal.journals} />
        </Section>
      )}
      {mayConfirm && (
        <Section title={m.confirm_payment()}>
          <FormShell reply={actionData} requestId={requestId}>
            <input type="hidden" name="dealId" value={deal.id} />
            <TextField
              name="amount"
              label={m.amount_received()}
              defaultValue={deal.dueAmount ? moneyForInput(deal.dueAmount.amount) : undefined}
              unit={m.yuan()}
              inputMode="decimal"
              narrow
            />
            <TextField
              name="bankReference"
              label={m.bank_reference()}
              hint={m.bank_reference_hint()}
              maxLength={80}
              narrow
            />
            <Submit>{m.confirm_payment()}</Submit>
          </FormShell>
        </Section>
      )}
    </Page>
  );
}
