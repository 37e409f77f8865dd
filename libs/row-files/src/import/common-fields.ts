import type { RowReader } from './row-reader.js';

/** `source:key`, by which a later import knows the row again. */
export function sourceIdOf(row: RowReader): string {
  const id = row.required('id', 200, 'ROW-ID-REQUIRED');
  if (!/^[^\s:]+:\S/.test(id)) row.refuse('id', 'ROW-ID-FORM');
  return id;
}

/** As stated; unstated, a title with a Chinese character is Chinese. */
export function languageOf(row: RowReader, title: string): string {
  const stated = row.text('lang', 20)?.toLowerCase();
  if (!stated) return /\p{Script=Han}/u.test(title) ? 'zh' : 'en';
  const language = /^(zh|en)\b/.exec(stated)?.[1];
  return language ?? row.refuse('lang', 'ROW-LANG-UNKNOWN') ?? 'en';
}

/** A day; the time that sheets add to one is dropped. */
export function dateOf(row: RowReader, column: string): string | null {
  const text = row.text(column, 40);
  if (text === null) return null;
  const day = /^((?:19|20|21)\d\d-\d\d-\d\d)(?:T[\d:.]+Z?)?$/.exec(text)?.[1];
  const isReal = day && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  return isReal ? day : row.refuse(column, 'ROW-DATE');
}

export function urlOf(row: RowReader): string | null {
  const text = row.text('url', 2000);
  if (text === null) return null;
  const isWeb = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  return isWeb ? text : row.refuse('url', 'ROW-URL');
}
