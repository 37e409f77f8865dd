import { useEffect, useRef } from 'react';
import { m } from '../messages/generated/messages';
import type { FormReply } from '../server/form';
import { fieldId } from './reply';

/** On top of a refused form: takes the focus and leads to each field. */
export function ErrorSummary({ reply }: { reply: FormReply }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [reply]);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="callout tone-stop mb-6 max-w-form"
      role="alert"
      aria-labelledby="error-summary"
    >
      <h2 id="error-summary" className="callout-title text-h4">
        {m.error_summary()}
      </h2>
      <ul className="mt-1 list-disc pl-5">
        {reply.problems.map(({ field, message, ruleId }) => (
          <li key={`${field} ${message}`}>
            {field ? <a href={`#${fieldId(field)}`}>{message}</a> : message}
            {ruleId && <span className="text-muted"> {m.by_rule({ rule: ruleId })}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
