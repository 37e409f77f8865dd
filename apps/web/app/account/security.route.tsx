import { redirect } from 'react-router';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { toSignIn } from '../server/ask';
import { withCookies } from '../server/after-sign-in';
import { stxContext } from '../server/context';
import { accepted, refuseForm, textOf } from '../server/form';
import type { Route } from './+types/security.route';
import { authMessage } from './auth-message';
import { enrolment, type Enrolment } from './enrolment.server';
import { FactorSection } from './factor-section';
import { PasskeySection } from './passkey-section';
import { SessionsSection } from './sessions-section';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { auth, isSignedIn } = context.get(stxContext);
  if (!isSignedIn) throw toSignIn(request);
  const [security, passkeys] = await Promise.all([auth.security(), auth.passkeys()]);
  return { ...security, passkeys };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { auth, isSignedIn } = context.get(stxContext);
  if (!isSignedIn) throw toSignIn(request);
  const { pathname } = new URL(request.url);
  const intent = form.get('intent');
  if (intent === 'end-session') {
    const result = await auth.endSession(textOf(form, 'session') ?? '');
    return 'refusal' in result ? refuseForm(form, [{ message: result.refusal }]) : accepted({});
  }
  if (intent === 'remove-passkey') {
    const result = await auth.removePasskey(textOf(form, 'passkey') ?? '');
    // a new page: roles may rest from now on, and this one was begun with them
    return 'refusal' in result ? refuseForm(form, [{ message: result.refusal }]) : redirect(pathname);
  }
  if (intent === 'end-all') {
    const reply = await auth.signOutEverywhere();
    return reply.ok ? withCookies('/', reply) : refuseForm(form, [{ message: authMessage(reply.code) }]);
  }
  if (intent === 'verify') {
    const code = textOf(form, 'code');
    if (!code) return refuseForm(form, [{ field: 'code', message: m.auth_code_missing() }]);
    const reply = await auth.verifySecondFactor(code);
    return reply.ok
      ? withCookies(`${pathname}?set=up`, reply)
      : refuseForm(form, [{ field: 'code', message: authMessage(reply.code) }]);
  }
  const password = String(form.get('password') ?? '');
  if (!password) return refuseForm(form, [{ field: 'password', message: m.auth_password_missing() }]);
  if (intent === 'renew-codes') {
    const reply = await auth.renewBackupCodes(password);
    return reply.ok
      ? accepted({ backupCodes: reply.backupCodes })
      : refuseForm(form, [{ field: 'password', message: authMessage(reply.code) }]);
  }
  if (intent === 'drop') {
    const reply = await auth.dropSecondFactor(password);
    return reply.ok
      ? withCookies(`${pathname}?set=off`, reply)
      : refuseForm(form, [{ field: 'password', message: authMessage(reply.code) }]);
  }
  const reply = await auth.enrolSecondFactor(password);
  return reply.ok
    ? accepted<{ enrolment: Enrolment }>({ enrolment: await enrolment(reply) })
    : refuseForm(form, [{ field: 'password', message: authMessage(reply.code) }]);
}

function factorSentence(hasCodes: boolean, hasPasskey: boolean): string {
  if (hasCodes) return m.second_factor_is_on();
  return hasPasskey ? m.second_factor_is_passkey() : m.second_factor_is_off();
}

export default function Security({ loaderData, actionData }: Route.ComponentProps) {
  const { hasSecondFactor, passkeys } = loaderData;
  const hasPasskey = passkeys.length > 0;
  return (
    <Page
      title={m.account_security()}
      lead={m.account_security_lead()}
      hasErrors={Boolean(actionData?.problems.length)}
    >
      <Callout
        tone={hasSecondFactor || hasPasskey ? 'good' : 'care'}
        title={factorSentence(hasSecondFactor, hasPasskey)}
      />
      <div className="mt-8">
        <FactorSection
          isOn={hasSecondFactor}
          reply={actionData}
          backupCodes={
            actionData && 'backupCodes' in actionData ? (actionData.backupCodes as string[]) : null
          }
          enrolment={actionData && 'enrolment' in actionData ? (actionData.enrolment as Enrolment) : null}
        />
        <PasskeySection passkeys={passkeys} />
        <SessionsSection sessions={loaderData.sessions} />
        <p className="flex flex-wrap gap-x-6">
          <Link to="/account/tokens">{m.api_tokens()}</Link>
          <Link to="/account/notifications">{m.notification_settings()}</Link>
        </p>
      </div>
    </Page>
  );
}
