import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { here } from '../server/ask';
import { withCookies } from '../server/after-sign-in';
import { safeNext } from '../server/safe-next';
import { stxContext } from '../server/context';
import { refuseForm, textOf } from '../server/form';
import type { Route } from './+types/second-factor.route';
import { authMessage } from './auth-message';
import { FactorCode } from './factor-code';

export const loader = ({ request, context }: Route.LoaderArgs) => ({
  next: safeNext(new URL(request.url).searchParams.get('next'), here(request).address('/home')),
  isSignedIn: context.get(stxContext).isSignedIn,
});

/** Answers the challenge of a sign-in, or shows the factor of a running session again. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const next = safeNext(form.get('next'), here(request).address('/home'));
  const code = textOf(form, 'code');
  if (!code) return refuseForm(form, [{ field: 'code', message: m.auth_code_missing() }]);
  const reply = await context.get(stxContext).auth.verifySecondFactor(code);
  if (reply.ok) return withCookies(next, reply);
  const field = reply.code === 'BAD_CODE' ? 'code' : undefined;
  return refuseForm(form, [{ field, message: authMessage(reply.code) }]);
}

export default function SecondFactor({ loaderData: { next, isSignedIn }, actionData }: Route.ComponentProps) {
  return (
    <Page title={m.second_factor()} lead={m.second_factor_lead()} hasErrors={Boolean(actionData)}>
      <FormShell reply={actionData}>
        <input type="hidden" name="next" value={next} />
        <FactorCode hint={isSignedIn ? m.code_hint() : m.code_or_backup_hint()} />
        <Submit>{isSignedIn ? m.show_code() : m.sign_in()}</Submit>
      </FormShell>
      {!isSignedIn && (
        <p className="mt-6">
          <Link to={`/sign-in?next=${encodeURIComponent(next)}`}>{m.start_again()}</Link>
        </p>
      )}
    </Page>
  );
}
