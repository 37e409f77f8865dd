import { useState, type FormEvent } from 'react';
import { useRevalidator } from 'react-router';
import { ErrorSummary } from '../form/error-summary';
import { TextField } from '../form/fields';
import { ReplyContext } from '../form/reply';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import type { FormProblem, FormReply } from '../server/form';
import { addPasskey } from './passkey-ceremony';
import { useKnowsPasskeys } from './use-knows-passkeys';

const NAME = 'passkey-name';
const PASSWORD = 'passkey-password';

type State = { at: 'rest' } | { at: 'work' } | { at: 'done' } | { at: 'refused'; reply: FormReply };

/** Adding one is a talk between browser and authenticator: without a script the page says that it needs one. */
export function NewPasskey() {
  const knows = useKnowsPasskeys();
  const address = useAddress();
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<State>({ at: 'rest' });
  const refuse = (...problems: FormProblem[]) => setState({ at: 'refused', reply: { problems, values: {} } });

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state.at === 'work') return;
    const form = event.currentTarget;
    const sent = new FormData(form);
    const name = String(sent.get(NAME) ?? '').trim();
    const password = String(sent.get(PASSWORD) ?? '');
    const missing = [
      ...(name ? [] : [{ field: NAME, message: m.auth_passkey_name() }]),
      ...(password ? [] : [{ field: PASSWORD, message: m.auth_password_missing() }]),
    ];
    if (missing.length > 0) return refuse(...missing);
    setState({ at: 'work' });
    const result = await addPasskey(address('/account/passkeys'), { name, password });
    if ('message' in result) {
      return refuse({ field: result.field ? PASSWORD : undefined, message: result.message });
    }
    form.reset();
    setState({ at: 'done' });
    await revalidate();
  };

  const reply = state.at === 'refused' ? state.reply : undefined;
  return (
    <div className="mt-6">
      <noscript>
        <p>{m.passkey_needs_script()}</p>
      </noscript>
      {knows === false && <p>{m.passkey_not_known()}</p>}
      {knows && (
        <ReplyContext value={reply}>
          {reply && <ErrorSummary reply={reply} />}
          <form method="post" className="max-w-form space-y-6" noValidate onSubmit={submit}>
            <TextField name={NAME} label={m.passkey_name()} hint={m.passkey_name_hint()} maxLength={60} />
            <TextField
              name={PASSWORD}
              type="password"
              label={m.password()}
              hint={m.passkey_password_hint()}
              autoComplete="current-password"
              maxLength={128}
            />
            <button className="button" aria-busy={state.at === 'work' || undefined}>
              {m.add_passkey()}
            </button>
          </form>
        </ReplyContext>
      )}
      <div className="mt-4" role="status">
        {state.at === 'work' && <p className="text-small text-muted">{m.passkey_waiting()}</p>}
        {state.at === 'done' && <Callout tone="good" title={m.passkey_added()} />}
      </div>
    </div>
  );
}
