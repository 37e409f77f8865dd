import { refuse } from '../refusal/platform-refusals.js';

/** Can it be kept and sent on? Neither PostgreSQL nor JSON can carry NUL or a lone surrogate. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/**
 * Text from outside, trimmed; null when empty.
 * @throws Refused TEXT_INVALID for what is not storable; TEXT_TOO_LONG
 */
export function optionalText(value: string | null | undefined, field: string, max: number): string | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  if (!isStorable(text)) refuse('TEXT_INVALID', { field });
  if ([...text].length > max) refuse('TEXT_TOO_LONG', { field, params: { max } });
  return text;
}

/** @throws Refused TEXT_REQUIRED and those of `optionalText` */
export function requiredText(value: string | null | undefined, field: string, max: number): string {
  return optionalText(value, field, max) ?? refuse('TEXT_REQUIRED', { field });
}
