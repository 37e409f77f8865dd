import { TextField } from '../form/fields';
import { m } from '../messages/generated/messages';

/** A password that is chosen now; paste and password managers are welcome. */
export function NewPassword({ label }: { label: string }) {
  return (
    <TextField
      name="password"
      type="password"
      label={label}
      hint={m.password_hint()}
      autoComplete="new-password"
      maxLength={128}
    />
  );
}
