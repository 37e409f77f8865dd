import { TextField } from '../form/fields';
import { m } from '../messages/generated/messages';

export function FactorCode({ hint }: { hint: string }) {
  return (
    <TextField
      name="code"
      label={m.code_of_authenticator()}
      hint={hint}
      autoComplete="one-time-code"
      maxLength={32}
      narrow
    />
  );
}
