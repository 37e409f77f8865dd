import { Form } from 'react-router';
import { CheckBox, Select, TextField } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { useViewer } from '../frame/use-root';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Empty } from '../parts/empty';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { Table } from '../parts/table';
import { When } from '../parts/when';
import { toSignIn } from '../server/ask';
import { stxContext } from '../server/context';
import { accepted, refuseForm, textOf } from '../server/form';
import { role, termOf } from '../terms/terms';
import type { Route } from './+types/tokens.route';
import type { ApiToken } from './account-context';

const DAYS = [7, 30, 90, 365];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { auth, isSignedIn } = context.get(stxContext);
  if (!isSignedIn) throw toSignIn(request);
  return { tokens: await auth.tokens() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { auth, isSignedIn } = context.get(stxContext);
  if (!isSignedIn) throw toSignIn(request);
  const revoked = textOf(form, 'revoke');
  if (revoked) {
    const result = await auth.revokeToken(revoked);
    return 'refusal' in result
      ? refuseForm(form, [{ message: result.refusal }])
      : accepted({ isRevoked: true });
  }
  const scopes = [...form.keys()].flatMap((key) => (key.startsWith('scope.') ? [key.slice(6)] : []));
  const result = await auth.createToken({
    name: textOf(form, 'name') ?? '',
    scopes,
    days: Number(textOf(form, 'days') ?? 0),
  });
  if ('refusal' in result)
    return refuseForm(form, [{ field: result.field ?? undefined, message: result.refusal }]);
  return accepted({ token: result.token });
}

export default function Tokens({ loaderData: { tokens }, actionData }: Route.ComponentProps) {
  const viewer = useViewer();
  return (
    <Page
      title={m.api_tokens()}
      lead={m.api_tokens_lead()}
      hasErrors={Boolean(actionData?.problems.length)}
      crumbs={[{ to: '/account/security', label: m.account_security() }]}
    >
      {actionData && 'token' in actionData && (
        <div className="mb-8">
          <Callout tone="good" role="status" title={m.token_told_once()}>
            <p>
              <code className="break-all">{actionData.token}</code>
            </p>
            <p className="mt-2 text-small">
              <code className="break-all">Authorization: Bearer {actionData.token}</code>
            </p>
          </Callout>
        </div>
      )}
      {actionData && 'isRevoked' in actionData && (
        <div className="mb-8">
          <Callout tone="good" role="status" title={m.token_revoked()} />
        </div>
      )}
      {tokens.length === 0 ? <Empty title={m.no_tokens()} /> : <TokenTable tokens={tokens} />}
      <div className="mt-12">
        <Section title={m.new_token()}>
          <FormShell reply={actionData}>
            <TextField name="name" label={m.token_name()} hint={m.token_name_hint()} maxLength={80} />
            <fieldset className="space-y-2">
              <legend className="font-semibold">{m.token_scopes()}</legend>
              <p className="text-small text-muted">{m.token_scopes_hint()}</p>
              {viewer?.roles.map((code) => (
                <CheckBox key={code} name={`scope.${code}`} label={termOf(role, code)} />
              ))}
            </fieldset>
            <Select
              name="days"
              label={m.token_days()}
              defaultValue="30"
              choices={DAYS.map((days) => ({ value: String(days), label: m.days({ days }) }))}
            />
            <Submit>{m.create_token()}</Submit>
          </FormShell>
        </Section>
      </div>
    </Page>
  );
}

function TokenTable({ tokens }: { tokens: ApiToken[] }) {
  return (
    <Table
      caption={m.api_tokens()}
      head={[m.token_name(), m.token_scopes(), m.token_last_used(), m.token_expires(), m.column_action()]}
    >
      {tokens.map(({ id, name, scopes, lastUsedAt, expiresAt }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td>{scopes.map((code) => termOf(role, code)).join(' · ') || m.token_reads_only()}</td>
          <td className="whitespace-nowrap">
            {lastUsedAt ? <When at={lastUsedAt} as="exact" /> : m.never_used()}
          </td>
          <td className="whitespace-nowrap">
            <When at={expiresAt} as="exact" />
          </td>
          <td>
            <Form method="post">
              <button className="button quiet dense" name="revoke" value={id}>
                {m.revoke()}
              </button>
            </Form>
          </td>
        </tr>
      ))}
    </Table>
  );
}
