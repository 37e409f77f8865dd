import { FormShell } from '../form/form-shell';
import { TextField } from '../form/fields';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { accepted, refuseForm, textOf } from '../server/form';
import { stxContext } from '../server/context';
import type { Route } from './+types/recover.route';
import { authMessage } from './auth-message';
import { NewPassword } from './new-password';

export const loader = ({ request }: Route.LoaderArgs) => ({
  token: new URL(request.url).searchParams.get('token'),
});

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { auth } = context.get(stxContext);
  const token = textOf(form, 'token');
  if (!token) {
    const email = textOf(form, 'email');
    if (!email) return refuseForm(form, [{ field: 'email', message: m.auth_email_missing() }]);
    await auth.recoverPassword(email);
    return accepted({ done: 'sent' as const });
  }
  const password = String(form.get('password') ?? '');
  if (!password) return refuseForm(form, [{ field: 'password', message: m.auth_password_missing() }]);
  const reply = await auth.resetPassword(token, password);
  if (reply.ok) return accepted({ done: 'changed' as const });
  const field = reply.code === 'PASSWORD_LENGTH' ? 'password' : undefined;
  return refuseForm(form, [{ field, message: authMessage(reply.code) }]);
}

export default function Recover({ loaderData: { token }, actionData }: Route.ComponentProps) {
  const done = actionData && 'done' in actionData ? actionData.done : null;
  if (done) {
    return (
      <Page title={done === 'sent' ? m.look_into_your_mail() : m.password_changed()}>
        <Callout
          tone="good"
          role="status"
          title={done === 'sent' ? m.recovery_sent() : m.password_changed_next()}
        />
        <p className="mt-6">
          <Link to="/sign-in">{m.sign_in()}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={m.recover_password()}
      lead={token ? m.new_password_lead() : m.recover_password_lead()}
      hasErrors={Boolean(actionData)}
    >
      <FormShell reply={actionData}>
        {token ? (
          <>
            <input type="hidden" name="token" value={token} />
            <NewPassword label={m.new_password()} />
            <Submit>{m.set_new_password()}</Submit>
          </>
        ) : (
          <>
            <TextField name="email" type="email" label={m.email()} autoComplete="username" maxLength={254} />
            <Submit>{m.send_recovery_letter()}</Submit>
          </>
        )}
      </FormShell>
      {token && (
        <p className="mt-6">
          <Link to="/recover">{m.ask_for_new_link()}</Link>
        </p>
      )}
    </Page>
  );
}
