import type { ReactNode } from 'react';
import type { LotDetailFragment } from '../data/generated/operations';
import { ErrorSummary } from '../form/error-summary';
import { TextField } from '../form/fields';
import { ReplyContext, useField } from '../form/reply';
import { Submit } from '../form/submit';
import { Form } from 'react-router';
import { m } from '../messages/generated/messages';
import { Section } from '../parts/section';
import type { FormReply } from '../server/form';
import type { Room } from './room';

interface Props {
  lot: LotDetailFragment;
  room: Room;
  requestId: string;
  reply: FormReply | undefined;
}

/** Acts of the broker in this state. Each takes two steps, and Withdraw never stands beside Hammer. */
export function BrokerPanel({ lot, room, requestId, reply }: Props) {
  const acts = actsIn(room, lot.viewerActions);
  if (acts.length === 0) return null;
  const problems = reply && reply.problems.length > 0 ? reply : undefined;
  return (
    <ReplyContext value={reply}>
      <Section title={m.conduct()}>
        {problems && <ErrorSummary reply={problems} />}
        <div className="space-y-4">
          {acts.includes('HAMMER') && (
            <Act
              intent="hammer"
              open
              {...{ lot, requestId }}
              title={m.act_hammer()}
              body={m.act_hammer_body()}
            />
          )}
          {acts.includes('PAUSE') && (
            <Act
              intent="pause"
              {...{ lot, requestId }}
              title={m.act_pause()}
              body={m.act_pause_body()}
              needsReason
            />
          )}
          {acts.includes('RESUME') && (
            <Act
              intent="resume"
              open
              {...{ lot, requestId }}
              title={m.act_resume()}
              body={m.act_resume_body()}
            />
          )}
          {acts.includes('WITHDRAW') && (
            <Act
              intent="withdraw"
              {...{ lot, requestId }}
              title={m.act_withdraw()}
              body={m.act_withdraw_body()}
              needsReason
              isDangerous
            />
          )}
        </div>
      </Section>
    </ReplyContext>
  );
}

/** Pausing and resuming follow the live state; whether the viewer is the broker is known from the page. */
function actsIn(room: Room, allowed: string[]): string[] {
  const isBroker = ['PAUSE', 'RESUME', 'HAMMER', 'WITHDRAW'].some((act) => allowed.includes(act));
  if (!isBroker) return [];
  if (room.state === 'LIVE') return ['PAUSE', 'WITHDRAW'];
  if (room.state === 'PAUSED') return ['RESUME', 'WITHDRAW'];
  if (room.state === 'CLOSED') return ['HAMMER', 'WITHDRAW'];
  return allowed.filter((act) => act === 'WITHDRAW');
}

interface ActProps {
  intent: 'hammer' | 'pause' | 'resume' | 'withdraw';
  title: string;
  body: ReactNode;
  lot: LotDetailFragment;
  requestId: string;
  open?: boolean;
  needsReason?: boolean;
  isDangerous?: boolean;
}

function Act({ intent, title, body, lot, requestId, open, needsReason, isDangerous }: ActProps) {
  const hasProblem = useField(`reason-${intent}`).problem !== undefined;
  return (
    <details className="panel" open={open || hasProblem}>
      <summary className="min-h-6 font-semibold">{title}</summary>
      <Form method="post" className="mt-3 space-y-4" noValidate>
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="lotId" value={lot.id} />
        <p className="text-small text-muted">{body}</p>
        {needsReason && <ReasonField intent={intent} />}
        <Submit name="intent" value={intent} tone={isDangerous ? 'danger' : undefined}>
          {title}
        </Submit>
      </Form>
    </details>
  );
}

function ReasonField({ intent }: { intent: string }) {
  return <TextField name={`reason-${intent}`} label={m.reason()} hint={m.reason_hint()} maxLength={200} />;
}
