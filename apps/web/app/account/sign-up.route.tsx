import { redirect } from 'react-router';
import { FormShell } from '../form/form-shell';
import { TextField } from '../form/fields';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { here } from '../server/ask';
import { safeNext } from '../server/safe-next';
import { stxContext } from '../server/context';
import { type FormProblem, refuseForm, textOf } from '../server/form';
import type { Route } from './+types/sign-up.route';
import { authMessage } from './auth-message';
import { NewPassword } from './new-password';

export function loader({ request }: Route.LoaderArgs) {
  return { next: safeNext(new URL(request.url).searchParams.get('next'), here(request).address('/join')) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const name = textOf(form, 'name');
  const email = textOf(form, 'email');
  const password = String(form.get('password') ?? '');
  const problems: FormProblem[] = [];
  if (!name) problems.push({ field: 'name', message: m.auth_name_missing() });
  if (!email || !/^\S+@\S+$/.test(email)) problems.push({ field: 'email', message: m.auth_email() });
  if (!password) problems.push({ field: 'password', message: m.auth_password_missing() });
  if (!name || !email || problems.length > 0) return refuseForm(form, problems);
  const reply = await context.get(stxContext).auth.signUp(name, email, password);
  if (reply.ok) return redirect(here(request).address('/sign-up/confirm'));
  const field = { PASSWORD_LENGTH: 'password', BAD_EMAIL: 'email', NAME_REQUIRED: 'name' }[reply.code];
  return refuseForm(form, [{ field, message: authMessage(reply.code) }]);
}

export default function SignUp({ loaderData: { next }, actionData }: Route.ComponentProps) {
  return (
    <Page title={m.sign_up()} lead={m.sign_up_lead()} hasErrors={Boolean(actionData)}>
      <FormShell reply={actionData}>
        <TextField name="name" label={m.your_name()} autoComplete="name" maxLength={80} />
        <TextField name="email" type="email" label={m.email()} autoComplete="username" maxLength={254} />
        <NewPassword label={m.password()} />
        <Submit>{m.sign_up()}</Submit>
      </FormShell>
      <p className="mt-6">
        {m.have_account()} <Link to={`/sign-in?next=${encodeURIComponent(next)}`}>{m.sign_in()}</Link>
      </p>
    </Page>
  );
}
