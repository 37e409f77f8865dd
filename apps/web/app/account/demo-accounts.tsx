import { Form } from 'react-router';
import { m } from '../messages/generated/messages';
import type { DemoAccount } from '../server/context';
import { role, termOf } from '../terms/terms';

interface Props {
  accounts: DemoAccount[];
  password: string;
  next: string;
}

/** Only in a demonstration: one press per role. */
export function DemoAccounts({ accounts, password, next }: Props) {
  return (
    <section className="panel tinted" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="text-h3">
        {m.demo_accounts()}
      </h2>
      <p className="mt-1 text-small text-muted">
        {m.demo_password()} <code>{password}</code>
      </p>
      <ul className="mt-4 divide-y divide-hairline">
        {accounts.map(({ email, role: code, organization }) => (
          <li key={email} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
            <div>
              <p className="font-semibold">{termOf(role, code)}</p>
              <p className="text-small text-muted">{organization}</p>
              <p className="text-small break-all">{email}</p>
            </div>
            <Form method="post">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <input type="hidden" name="next" value={next} />
              <button className="button quiet dense" type="submit" aria-label={m.sign_in_as({ email })}>
                {m.sign_in()}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
