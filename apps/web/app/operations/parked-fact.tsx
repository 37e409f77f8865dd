import type { JobsQuery } from '../data/generated/operations';
import { FormShell } from '../form/form-shell';
import { Submit } from '../form/submit';
import { m } from '../messages/generated/messages';
import { Facts } from '../parts/facts';
import { Tag } from '../parts/tag';
import { When } from '../parts/when';
import type { FormReply } from '../server/form';

interface Props {
  letter: JobsQuery['deadLetters']['nodes'][number];
  requestId: string;
  reply: FormReply | undefined;
}

/** A fact that was set aside, its cause, and a replay in two steps: open, then confirm. */
export function ParkedFact({ letter, requestId, reply }: Props) {
  const { subscription, source, seq, factType, subjectId, errorName, parkedAt, isReplaying } = letter;
  return (
    <li className="panel">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h3 className="text-h4">{m.parked_fact({ type: `${source} · ${factType}`, seq })}</h3>
        {isReplaying && <Tag tone="info">{m.replaying()}</Tag>}
      </div>
      <div className="mb-4">
        <Facts
          columns="three"
          items={[
            [
              m.parked_subscriber(),
              <span key="name" className="code">
                {subscription}
              </span>,
            ],
            [
              m.parked_error(),
              <span key="error" className="code">
                {errorName}
              </span>,
            ],
            [m.parked_at(), <When key="at" at={parkedAt} as="exact" />],
            [
              m.parked_subject(),
              <span key="subject" className="code">
                {subjectId}
              </span>,
            ],
          ]}
        />
      </div>
      <details open={Boolean(reply)}>
        <summary className="min-h-6 font-semibold">{m.replay()}</summary>
        <div className="mt-3">
          <FormShell reply={reply} requestId={requestId}>
            <p>{m.replay_consequence()}</p>
            <input type="hidden" name="subscription" value={subscription} />
            <input type="hidden" name="seq" value={seq} />
            <Submit name="replay" value={`${subscription} ${seq}`}>
              {m.replay_confirm({ seq })}
            </Submit>
          </FormShell>
        </div>
      </details>
    </li>
  );
}
