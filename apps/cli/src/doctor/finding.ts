export type Verdict = 'ok' | 'warn' | 'fail';

/** One line of the self-check: what was looked at, how it is, and what to do when it is not well. */
export interface Finding {
  name: string;
  verdict: Verdict;
  /** What was found. */
  found: string;
  /** What to do; only where the verdict is not ok. */
  todo?: string;
}

export const ok = (name: string, found: string): Finding => ({ name, verdict: 'ok', found });
export const warn = (name: string, found: string, todo: string): Finding => ({
  name,
  verdict: 'warn',
  found,
  todo,
});
export const fail = (name: string, found: string, todo: string): Finding => ({
  name,
  verdict: 'fail',
  found,
  todo,
});
