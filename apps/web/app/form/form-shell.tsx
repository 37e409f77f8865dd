import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { FormReply } from '../server/form';
import { ErrorSummary } from './error-summary';
import { ReplyContext } from './reply';

interface Props {
  reply: FormReply | undefined;
  /** Given where the form is one act of the exchange. */
  requestId?: string;
  action?: string;
  multipart?: boolean;
  children: ReactNode;
}

/** One column, errors on top, input kept; works without JavaScript. */
export function FormShell({ reply, requestId, action, multipart, children }: Props) {
  return (
    <ReplyContext value={reply}>
      {reply && reply.problems.length > 0 && <ErrorSummary reply={reply} />}
      <Form
        method="post"
        action={action}
        encType={multipart ? 'multipart/form-data' : undefined}
        className="max-w-form space-y-6"
        noValidate
      >
        {requestId && <input type="hidden" name="requestId" value={requestId} />}
        {children}
      </Form>
    </ReplyContext>
  );
}
