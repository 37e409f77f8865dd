import { formatNumber } from '@stx/format';
import type { JobsQuery } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Table } from '../parts/table';
import { Tag } from '../parts/tag';
import { When } from '../parts/when';

const number = (label: string) => ({ label, isNumber: true as const });

type Subscriber = JobsQuery['subscribers'][number];

function Standing({ subscriber: { failingSeq, tries, lag } }: { subscriber: Subscriber }) {
  if (failingSeq !== null && tries > 0)
    return <Tag tone="stop">{m.subscriber_failing({ seq: failingSeq, tries })}</Tag>;
  return lag > 0 ? (
    <Tag tone="info">{m.subscriber_behind()}</Tag>
  ) : (
    <Tag tone="good">{m.subscriber_in_step()}</Tag>
  );
}

/** Where every subscriber stands against the journal it follows. */
export function SubscriberTable({ subscribers }: { subscribers: Subscriber[] }) {
  return (
    <Table
      caption={m.subscribers_table()}
      head={[
        m.parked_subscriber(),
        m.subscriber_follows(),
        m.subscriber_state(),
        number(m.subscriber_position()),
        number(m.subscriber_lag()),
        number(m.subscriber_parked()),
      ]}
    >
      {subscribers.map((subscriber) => (
        <tr key={subscriber.name}>
          <th scope="row" className="code break-words">
            {subscriber.name}
          </th>
          <td className="code whitespace-nowrap">{subscriber.source}</td>
          <td>
            <Standing subscriber={subscriber} />
          </td>
          <td className="number">{formatNumber(subscriber.position)}</td>
          <td className="number">{formatNumber(subscriber.lag)}</td>
          <td className="number">{formatNumber(subscriber.parked)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Background work by kind: what waits, runs, and failed to be tried again. */
export function JobTable({ jobs }: { jobs: JobsQuery['jobCounts'] }) {
  return (
    <Table
      caption={m.job_table()}
      head={[
        m.job_task(),
        number(m.job_waiting()),
        number(m.job_running()),
        number(m.job_failing()),
        m.job_due(),
      ]}
    >
      {jobs.map(({ task, waiting, running, failing, oldestAt }) => (
        <tr key={task}>
          <th scope="row" className="code break-words">
            {task}
          </th>
          <td className="number">{formatNumber(waiting)}</td>
          <td className="number">{formatNumber(running)}</td>
          <td className="number">{formatNumber(failing)}</td>
          <td className="whitespace-nowrap">{oldestAt ? <When at={oldestAt} as="exact" /> : '–'}</td>
        </tr>
      ))}
    </Table>
  );
}
