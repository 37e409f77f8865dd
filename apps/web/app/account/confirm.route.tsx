import { FormShell } from '../form/form-shell';
import { TextField } from '../form/fields';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { accepted, refuseForm, textOf } from '../server/form';
import { stxContext } from '../server/context';
import type { Route } from './+types/confirm.route';
import { authMessage } from './auth-message';

export const loader = ({ request }: Route.LoaderArgs) => ({
  token: new URL(request.url).searchParams.get('token'),
});

/** The link alone changes nothing: programs that look at mails open it too. The person presses the button. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { auth } = context.get(stxContext);
  if (form.get('intent') === 'again') {
    const email = textOf(form, 'email');
    if (!email) return refuseForm(form, [{ field: 'email', message: m.auth_email_missing() }]);
    await auth.confirmAgain(email);
    return accepted({ done: 'sent' as const });
  }
  const reply = await auth.confirmEmail(textOf(form, 'token') ?? '');
  return reply.ok
    ? accepted({ done: 'confirmed' as const })
    : refuseForm(form, [{ message: authMessage(reply.code) }]);
}

export default function ConfirmEmail({ loaderData: { token }, actionData }: Route.ComponentProps) {
  const done = actionData && 'done' in actionData ? actionData.done : null;
  if (done === 'confirmed') {
    return (
      <Page title={m.confirmed_email()}>
        <Callout tone="good" role="status" title={m.confirmed_email_next()} />
        <p className="mt-6">
          <Link className="button" to="/sign-in?next=/join">
            {m.sign_in()}
          </Link>
        </p>
      </Page>
    );
  }
  const isUnconfirmed = token !== null && done === null;
  return (
    <Page
      title={token === null ? m.look_into_your_mail() : m.confirm_email()}
      lead={token === null ? m.look_into_your_mail_lead() : m.confirm_email_lead()}
      hasErrors={Boolean(actionData?.problems.length)}
    >
      {done === 'sent' && (
        <div className="mb-6">
          <Callout tone="good" role="status" title={m.letter_sent()} />
        </div>
      )}
      {isUnconfirmed && (
        <FormShell reply={actionData}>
          <input type="hidden" name="token" value={token} />
          <Submit name="intent" value="confirm">
            {m.confirm_email()}
          </Submit>
        </FormShell>
      )}
      <div className="mt-12">
        <Section title={m.no_letter()}>
          <FormShell reply={isUnconfirmed ? undefined : actionData}>
            <TextField name="email" type="email" label={m.email()} autoComplete="username" maxLength={254} />
            <Submit name="intent" value="again" tone="quiet">
              {m.send_letter_again()}
            </Submit>
          </FormShell>
        </Section>
      </div>
    </Page>
  );
}
