import { venueTimeForInput } from '@stx/format';
import type { LotDetailFragment } from '../data/generated/operations';
import { CheckBox, TextField } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import type { FormReply } from '../server/form';

interface Props {
  lot: LotDetailFragment;
  requestId: string;
  now: string;
  reply: FormReply | undefined;
}

const MINUTE = 60_000;

/** For the broker: sets the times of an offered lot. */
export function ScheduleForm({ lot, requestId, now, reply }: Props) {
  const soon = Math.ceil((Date.parse(now) + 10 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
  return (
    <FormShell reply={reply} requestId={requestId}>
      <input type="hidden" name="intent" value="schedule" />
      <input type="hidden" name="lotId" value={lot.id} />
      <TextField
        name="opensAt"
        label={m.opens_at()}
        hint={m.time_hint()}
        defaultValue={venueTimeForInput(soon)}
        narrow
      />
      <TextField
        name="closesAt"
        label={m.closes_at()}
        hint={m.time_hint()}
        defaultValue={venueTimeForInput(soon + 60 * MINUTE)}
        narrow
      />
      <TextField
        name="extensionWindowSeconds"
        label={m.extension_window()}
        hint={m.extension_window_hint()}
        defaultValue="300"
        unit={m.seconds()}
        inputMode="numeric"
        narrow
      />
      <TextField
        name="extensionSeconds"
        label={m.extension_again()}
        hint={m.extension_again_hint()}
        defaultValue="300"
        unit={m.seconds()}
        inputMode="numeric"
        narrow
      />
      <CheckBox name="hammerByHand" label={m.hammer_by_hand()} hint={m.hammer_by_hand_hint()} />
      <Submit>{m.schedule_lot()}</Submit>
    </FormShell>
  );
}
