import { parseMoney } from '@stx/format';
import { m } from '../messages/generated/messages';
import { type FormProblem, textOf } from '../server/form';

const PROBLEMS = {
  EMPTY: m.money_empty,
  NOT_A_NUMBER: m.money_not_a_number,
  NOT_POSITIVE: m.money_not_positive,
  TOO_PRECISE: m.money_too_precise,
  TOO_LARGE: m.money_too_large,
};

/** A money field in minor units; a problem is added when it cannot be read. */
export function moneyOf(
  form: FormData,
  name: string,
  problems: FormProblem[],
  isOptional = false,
): string | null {
  const text = textOf(form, name);
  if (text === null && isOptional) return null;
  const parsed = parseMoney(text ?? '');
  if ('amount' in parsed) return parsed.amount;
  problems.push({ field: name, message: PROBLEMS[parsed.error]() });
  return null;
}
