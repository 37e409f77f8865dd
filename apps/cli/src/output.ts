import { refusalMessage, type Refused } from '@stx/platform';

/** Exit codes of every command: done, the answer is "no", the input or usage is wrong. */
export const EXIT = { done: 0, no: 1, usage: 2 } as const;

/** The input or usage is wrong: one sentence on stderr, exit code 2. */
export class UsageError extends Error {}

/** One JSON document on stdout; bigint as a decimal string. */
export function printJson(value: unknown, isLine = false): void {
  const text = JSON.stringify(
    value,
    (_, item) => (typeof item === 'bigint' ? item.toString() : item),
    isLine ? 0 : 2,
  );
  process.stdout.write(`${text}\n`);
}

/** A refusal in both languages: whoever reads a terminal has not said which. */
export const inBothLanguages = ({ code, details }: Refused): string =>
  (['en', 'zh-CN'] as const).map((language) => refusalMessage(code, language, details.params)).join(' / ');

export const say = (text: string): void => void process.stderr.write(`${text}\n`);
