import { TextField } from '../form/fields';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Section } from '../parts/section';
import type { FormReply } from '../server/form';
import { BackupCodes } from './backup-codes';
import type { Enrolment } from './enrolment.server';
import { FactorCode } from './factor-code';

interface Props {
  isOn: boolean;
  reply: FormReply | undefined;
  enrolment: Enrolment | null;
  /** New ones, made just now. */
  backupCodes: string[] | null;
}

/** Sets the second factor up in two steps, or turns it off. */
export function FactorSection({ isOn, reply, enrolment, backupCodes }: Props) {
  const isVerifying = enrolment !== null || reply?.problems.some(({ field }) => field === 'code');
  return (
    <Section title={m.second_factor()}>
      {enrolment && <Secret of={enrolment} />}
      {backupCodes && (
        <div className="mb-8" role="status">
          <BackupCodes codes={backupCodes} />
        </div>
      )}
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
              <div className="flex flex-wrap gap-3">
                <Submit name="intent" value="renew-codes" tone="quiet">
                  {m.new_backup_codes()}
                </Submit>
                <Submit name="intent" value="drop" tone="danger">
                  {m.turn_off_second_factor()}
                </Submit>
              </div>
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
      <BackupCodes codes={backupCodes} />
    </div>
  );
}
