import { createContext, useContext } from 'react';
import type { FormProblem, FormReply } from '../server/form';

export const ReplyContext = createContext<FormReply | undefined>(undefined);

export const fieldId = (name: string): string => `field-${name}`;

/** What was typed last time into a field, and what was wrong with it. */
export function useField(name: string): { typed: string[] | undefined; problem: FormProblem | undefined } {
  const reply = useContext(ReplyContext);
  return { typed: reply?.values[name], problem: reply?.problems.find(({ field }) => field === name) };
}
