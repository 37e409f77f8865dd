import { formatDate, formatDateMinute, formatDateTime, formatDay, formatDeadline } from '@stx/format';
import { useLanguage } from '../i18n/use-language';

const FORMS = { day: formatDay, date: formatDate, minute: formatDateMinute, exact: formatDateTime };

/** A moment on the venue's clock. */
export function When({ at, as = 'day' }: { at: string; as?: keyof typeof FORMS }) {
  return <time dateTime={at}>{FORMS[as](at, useLanguage())}</time>;
}

/** A deadline with the working days left; `now` comes from the server, so both renderings agree. */
export function Deadline({ at, now }: { at: string; now: string }) {
  return <time dateTime={at}>{formatDeadline(at, now, useLanguage())}</time>;
}
