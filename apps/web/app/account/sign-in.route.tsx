import { useViewer } from '../frame/use-root';
import { FormShell } from '../form/form-shell';
import { TextField } from '../form/fields';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { here } from '../server/ask';
import { withCookies } from '../server/after-sign-in';
import { safeNext } from '../server/safe-next';
import { stxContext } from '../server/context';
import { refuseForm, textOf } from '../server/form';
import type { Route } from './+types/sign-in.route';
import { authMessage, failureMessage } from './auth-message';
import { DemoAccounts } from './demo-accounts';
import { PasskeySignIn } from './passkey-sign-in';

export function loader({ request, context }: Route.LoaderArgs) {
  const { auth, demoAccounts, demoPassword } = context.get(stxContext);
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get('next'), here(request).address('/home'));
  const failed = searchParams.get('failed');
  return {
    next,
    accounts: demoAccounts(),
    demoPassword,
    provider: auth.provider,
    failure: failed && failureMessage(failed),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const next = safeNext(form.get('next'), here(request).address('/home'));
  const email = textOf(form, 'email');
  const password = String(form.get('password') ?? '');
  const missing = [
    ...(email ? [] : [{ field: 'email', message: m.auth_email_missing() }]),
    ...(password ? [] : [{ field: 'password', message: m.auth_password_missing() }]),
  ];
  if (!email || missing.length > 0) return refuseForm(form, missing);
  const reply = await context.get(stxContext).auth.signIn(email, password);
  if (reply.ok) return withCookies(next, reply);
  if (reply.code !== 'SECOND_FACTOR_REQUIRED')
    return refuseForm(form, [{ message: authMessage(reply.code) }]);
  const address = here(request).address('/sign-in/second-factor');
  return withCookies(`${address}?next=${encodeURIComponent(next)}`, reply);
}

export default function SignIn({
  loaderData: { next, accounts, demoPassword, provider, failure },
  actionData,
}: Route.ComponentProps) {
  const viewer = useViewer();
  return (
    <Page
      title={m.sign_in()}
      hasErrors={Boolean(actionData)}
      lead={viewer ? m.already_signed_in({ name: viewer.name }) : undefined}
    >
      {failure && !actionData && (
        <div className="mb-8 max-w-form">
          <Callout tone="care" role="alert" title={m.provider_no_sign_in()}>
            {failure}
          </Callout>
        </div>
      )}
      <div className="grid items-start gap-10 md:grid-cols-2">
        <div>
          {provider && (
            <p className="mb-8">
              <Link
                className="button quiet"
                to={`/sign-in/with?next=${encodeURIComponent(next)}`}
                reloadDocument
                rel="nofollow"
              >
                {m.sign_in_with({ provider })}
              </Link>
            </p>
          )}
          <FormShell reply={actionData}>
            <input type="hidden" name="next" value={next} />
            <TextField name="email" type="email" label={m.email()} autoComplete="username" maxLength={254} />
            <TextField
              name="password"
              type="password"
              label={m.password()}
              autoComplete="current-password"
              maxLength={128}
            />
            <Submit>{m.sign_in()}</Submit>
          </FormShell>
          <PasskeySignIn next={next} />
          <p className="mt-6">
            <Link to="/recover">{m.forgot_password()}</Link>
          </p>
          <p className="mt-2">
            {m.no_account_yet()} <Link to={`/sign-up?next=${encodeURIComponent(next)}`}>{m.sign_up()}</Link>
          </p>
        </div>
        {demoPassword !== null && accounts.length > 0 && (
          <DemoAccounts accounts={accounts} password={demoPassword} next={next} />
        )}
      </div>
    </Page>
  );
}
