import type { HTMLAttributes, HTMLInputAutoCompleteAttribute } from 'react';
import { m } from '../messages/generated/messages';
import { Field, type FieldProps } from './field';
import { fieldId, useField } from './reply';

interface TextProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'search';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  defaultValue?: string;
  maxLength?: number;
  lang?: string;
  unit?: string;
  narrow?: boolean;
}

export function TextField({
  type = 'text',
  defaultValue,
  unit,
  narrow,
  autoComplete = 'off',
  ...rest
}: TextProps) {
  const { name, label, hint, optional, ...input } = rest;
  return (
    <Field {...{ name, label, hint, optional }}>
      {(control, typed) => (
        <span className="flex items-center gap-2">
          <input
            className={`input ${narrow ? 'max-w-72' : ''}`}
            {...control}
            {...input}
            type={type}
            autoComplete={autoComplete}
            defaultValue={typed ?? defaultValue}
          />
          {unit && <span className="flex-none text-muted">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

export function TextArea({
  rows = 5,
  lang,
  maxLength,
  ...field
}: FieldProps & { rows?: number; lang?: string; maxLength?: number }) {
  return (
    <Field {...field}>
      {(control, typed) => (
        <textarea
          className="input"
          {...control}
          rows={rows}
          lang={lang}
          maxLength={maxLength}
          defaultValue={typed}
        />
      )}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
}

export function Select({
  choices,
  defaultValue,
  ...field
}: FieldProps & { choices: Choice[]; defaultValue?: string }) {
  return (
    <Field {...field}>
      {(control, typed) => (
        <select className="input" {...control} defaultValue={typed ?? defaultValue ?? ''}>
          {(field.optional || defaultValue === undefined) && !choices.some(({ value }) => value === '') && (
            <option value="">{m.choose()}</option>
          )}
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckBox({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const { typed, problem } = useField(name);
  const id = fieldId(name);
  return (
    <div className={problem ? 'border-l-4 border-stop pl-4' : undefined}>
      {problem && (
        <p id={`${id}-error`} className="font-semibold text-stop">
          {problem.message}
        </p>
      )}
      <label className="check" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          defaultChecked={typed?.includes('yes')}
          aria-describedby={
            [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined
          }
          aria-invalid={problem ? true : undefined}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="pl-8 text-small text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
