import { formatBid } from '@stx/format';
import type { LotDetailFragment } from '../data/generated/operations';
import { CheckBox } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import type { FormReply } from '../server/form';

interface Props {
  lot: LotDetailFragment;
  requestId: string;
  reply: FormReply | undefined;
}

/** Money at stake is said before the button. */
export function RegisterForm({ lot, requestId, reply }: Props) {
  const deposit = formatBid(lot.depositAmount, useLanguage());
  return (
    <FormShell reply={reply} requestId={requestId}>
      <input type="hidden" name="intent" value="register" />
      <input type="hidden" name="lotId" value={lot.id} />
      <ul className="list-disc space-y-1 pl-5">
        <li>{m.register_deposit({ deposit })}</li>
        <li>{m.register_released()}</li>
        <li>{m.register_forfeited()}</li>
      </ul>
      <CheckBox name="acceptsTerms" label={m.register_accept()} />
      <Submit>{m.register_to_bid()}</Submit>
    </FormShell>
  );
}
