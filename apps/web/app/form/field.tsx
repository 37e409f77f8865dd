import type { ReactNode } from 'react';
import { m } from '../messages/generated/messages';
import { fieldId, useField } from './reply';

export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
}

export interface ControlProps {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean;
}

/** Label above, hint under the label, error above the input. */
export function Field({
  name,
  label,
  hint,
  optional = false,
  children,
}: FieldProps & { children: (control: ControlProps, typed: string | undefined) => ReactNode }) {
  const { typed, problem } = useField(name);
  const id = fieldId(name);
  const describedBy = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const control = {
    id,
    name,
    'aria-describedby': describedBy,
    'aria-invalid': problem && (true as const),
    required: !optional,
  };
  return (
    <div className={problem ? 'border-l-4 border-stop pl-4' : undefined}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <span className="font-normal text-muted"> {m.optional()}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-error`} className="font-semibold text-stop">
          <span aria-hidden="true">✕ </span>
          {problem.message}
        </p>
      )}
      <div className="mt-1">{children(control, typed?.[0])}</div>
    </div>
  );
}
