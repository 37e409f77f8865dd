import { useState } from 'react';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { signInByPasskey } from './passkey-ceremony';
import { useKnowsPasskeys } from './use-knows-passkeys';

/** A button where the browser has passkeys; nothing is asked before it is pressed. */
export function PasskeySignIn({ next }: { next: string }) {
  const knows = useKnowsPasskeys();
  const address = useAddress();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const press = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const reply = await signInByPasskey(address('/sign-in/passkey'), next);
    if ('to' in reply) return location.assign(reply.to); // a whole new page: everything on it is seen with other eyes
    setFailure(reply.message);
    setBusy(false);
  };
  return (
    <div className="mt-4 max-w-form">
      <noscript>
        <p className="text-small text-muted">{m.passkey_needs_script()}</p>
      </noscript>
      {knows && (
        <button type="button" className="button quiet" aria-busy={isBusy || undefined} onClick={press}>
          {m.passkey_sign_in()}
        </button>
      )}
      <div className="mt-4" role="status">
        {isBusy && <p className="text-small text-muted">{m.passkey_waiting()}</p>}
      </div>
      {failure && <Callout tone="stop" role="alert" title={failure} />}
    </div>
  );
}
