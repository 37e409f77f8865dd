import { Form } from 'react-router';
import { m } from '../messages/generated/messages';
import { Section } from '../parts/section';
import { Table } from '../parts/table';
import { When } from '../parts/when';
import type { Passkey } from './account-context';
import { NewPasskey } from './new-passkey';

/** What there is, with a form each to remove it, and the way to one more. */
export function PasskeySection({ passkeys }: { passkeys: Passkey[] }) {
  return (
    <Section title={m.passkeys()}>
      <p className="mb-4 max-w-form">{m.passkeys_lead()}</p>
      {passkeys.length === 0 ? <p>{m.no_passkeys()}</p> : <PasskeyTable passkeys={passkeys} />}
      <NewPasskey />
    </Section>
  );
}

function PasskeyTable({ passkeys }: { passkeys: Passkey[] }) {
  return (
    <Table
      caption={m.passkeys_caption()}
      head={[m.passkey_name(), m.passkey_created(), m.passkey_last_used(), m.column_action()]}
    >
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <tr key={id}>
          <th scope="row" className="break-words">
            {name}
          </th>
          <td className="whitespace-nowrap">
            <When at={createdAt} as="exact" />
          </td>
          <td className="whitespace-nowrap">
            {lastUsedAt ? <When at={lastUsedAt} as="exact" /> : m.never_used()}
          </td>
          <td>
            <Form method="post">
              <input type="hidden" name="passkey" value={id} />
              <button
                className="button quiet dense"
                name="intent"
                value="remove-passkey"
                aria-label={m.remove_passkey_named({ name })}
              >
                {m.remove_passkey()}
              </button>
            </Form>
          </td>
        </tr>
      ))}
    </Table>
  );
}
