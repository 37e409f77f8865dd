import { TextField } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Section } from '../parts/section';
import type { FormReply } from '../server/form';
import type { Enrolment } from './enrolment.server';
import { FactorCode } from './factor-code';

interface Props {
  isOn: boolean;
  reply: FormReply | undefined;
  enrolment: Enrolment | null;
}

/** Sets the second factor up in two steps, or turns it off. */
export function FactorSection({ isOn, reply, enrolment }: Props) {
  const isVerifying = enrolment !== null || reply?.problems.some(({ field }) => field === 'code');
  return (
    <Section title={m.second_factor()}>
      {enrolment && <Secret of={enrolment} />}
      <FormShell reply={reply}>
        {!isOn && isVerifying ? (
          <>
            <FactorCode hint={m.code_finishes_hint()} />
            <Submit name="intent" value="verify">
              {m.finish_second_factor()}
            </Submit>
          </>
        ) : (
          <>
            <p>{isOn ? m.second_factor_off_lead() : m.second_factor_why()}</p>
            <TextField
              name="password"
              type="password"
              label={m.password()}
              autoComplete="current-password"
              maxLength={128}
            />
            {isOn ? (
              <Submit name="intent" value="drop" tone="danger">
                {m.turn_off_second_factor()}
              </Submit>
            ) : (
              <Submit name="intent" value="enrol">
                {m.set_up_second_factor()}
              </Submit>
            )}
          </>
        )}
      </FormShell>
    </Section>
  );
}

function Secret({ of: { picture, secret, backupCodes } }: { of: Enrolment }) {
  return (
    <div className="mb-8 space-y-6">
      <p>{m.scan_the_picture()}</p>
      <img className="bg-white" src={picture} width={220} height={220} alt={m.secret_as_picture()} />
      <p>
        {m.or_type_the_secret()} <code className="break-all">{secret}</code>
      </p>
      <div className="panel tinted">
        <h3>{m.backup_codes()}</h3>
        <p className="mt-1">{m.backup_codes_lead()}</p>
        <ul className="mt-3 grid grid-cols-2 gap-x-6 sm:max-w-md">
          {backupCodes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
