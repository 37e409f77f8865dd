import { Form } from 'react-router';
import { m } from '../messages/generated/messages';
import { Section } from '../parts/section';
import { Table } from '../parts/table';
import { Tag } from '../parts/tag';
import { When } from '../parts/when';
import type { OpenSession } from './account-context';

/** Browser and system in a few words; whatever is not known stays as it came. */
function deviceOf(userAgent: string | null): string {
  if (!userAgent) return m.device_unknown();
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\/(\d+)/.exec(userAgent);
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent);
  return (
    [browser && `${browser[1]} ${browser[2]}`, system?.[1]].filter(Boolean).join(', ') ||
    userAgent.slice(0, 60)
  );
}

export function SessionsSection({ sessions }: { sessions: OpenSession[] }) {
  return (
    <Section title={m.sessions()}>
      <Table
        caption={m.sessions_caption()}
        head={[m.device(), m.network_address(), m.signed_in_at(), m.last_seen_at(), m.column_action()]}
      >
        {sessions.map(({ id, isCurrent, createdAt, seenAt, userAgent, address }) => (
          <tr key={id}>
            <th scope="row">
              {deviceOf(userAgent)} {isCurrent && <Tag tone="info">{m.this_session()}</Tag>}
            </th>
            <td>{address || m.not_stated()}</td>
            <td className="whitespace-nowrap">
              <When at={createdAt} as="exact" />
            </td>
            <td className="whitespace-nowrap">
              <When at={seenAt} as="exact" />
            </td>
            <td>
              {isCurrent ? (
                '–'
              ) : (
                <Form method="post">
                  <input type="hidden" name="session" value={id} />
                  <button className="button quiet dense" name="intent" value="end-session">
                    {m.end_session()}
                  </button>
                </Form>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <Form method="post" className="mt-4">
        <button className="button quiet" name="intent" value="end-all">
          {m.end_all_sessions()}
        </button>
      </Form>
    </Section>
  );
}
