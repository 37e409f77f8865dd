import { data } from 'react-router';

export interface FormProblem {
  field?: string;
  message: string;
  ruleId?: string | null;
}

/** What a form gets back when it was not accepted: the problems, and everything that was typed. */
export interface FormReply {
  problems: FormProblem[];
  values: Record<string, string[]>;
}

export interface RefusalLike {
  code: string;
  field: string | null;
  message: string;
  ruleId: string | null;
}

const valuesOf = (form: FormData): FormReply['values'] => {
  const values: FormReply['values'] = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && name !== 'requestId' && name !== 'password')
      (values[name] ??= []).push(value);
  }
  return values;
};

/** Nothing was changed: shows the form again with the problems. */
export const refuseForm = (form: FormData, problems: FormProblem[]) =>
  data<FormReply>({ problems, values: valuesOf(form) }, { status: 422 });

/** The exchange refused by a rule. */
export const refused = (form: FormData, { field, message, ruleId }: RefusalLike) =>
  refuseForm(form, [{ field: field ?? undefined, message, ruleId }]);

/** A text of the form, trimmed; empty counts as absent. */
export function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export const requestIdOf = (form: FormData): string => textOf(form, 'requestId') ?? '';

/** One number for one act: a double press of the same form cannot act twice. */
export const newRequestId = (): string => crypto.randomUUID();

/** Accepted without leaving the page; `more` is what it says about it. */
export const accepted = <More extends object>(more: More): FormReply & More => ({
  problems: [],
  values: {},
  ...more,
});
