import { refuse } from '../refusal/platform-refusals.js';

/**
 * Text from outside, trimmed; null when empty.
 * @throws Refused TEXT_INVALID for NUL and lone surrogates, which PostgreSQL and JSON cannot carry; TEXT_TOO_LONG
 */
export function optionalText(value: string | null | undefined, field: string, max: number): string | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  if (text.includes('\u0000') || !text.isWellFormed()) refuse('TEXT_INVALID', { field });
  if ([...text].length > max) refuse('TEXT_TOO_LONG', { field, params: { max } });
  return text;
}

/** @throws Refused TEXT_REQUIRED and those of `optionalText` */
export function requiredText(value: string | null | undefined, field: string, max: number): string {
  return optionalText(value, field, max) ?? refuse('TEXT_REQUIRED', { field });
}
