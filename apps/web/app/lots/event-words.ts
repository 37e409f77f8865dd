import { formatBid, formatClock, formatDateMinute, type Language } from '@stx/format';
import { m } from '../messages/generated/messages';
import { outcomeReason } from '../terms/states';

const NAMES: Record<string, () => string> = {
  OPENED: m.event_opened,
  BID: m.event_bid,
  PAUSED: m.event_paused,
  RESUMED: m.event_resumed,
  OUTAGE: m.event_outage,
  CLOSED: m.event_closed,
  SOLD: m.event_sold,
  UNSOLD: m.event_unsold,
  WITHDRAWN: m.event_withdrawn,
};

export const eventName = (type: string): string => NAMES[type]?.() ?? type;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

function moneyOf(value: unknown, currency: string, language: Language): string | null {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  if (!text || !/^\d+$/.test(text)) return null;
  return formatBid({ amount: text, currency }, language);
}

function timeOf(value: unknown, language: Language): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const ms = typeof value === 'number' ? value : Date.parse(value);
  return Number.isFinite(ms) ? formatDateMinute(ms, language) : null;
}

/** The public facts of an event in words: code, amount, reason, time; what is unknown is left out. */
export function eventFacts(
  type: string,
  data: Record<string, unknown>,
  currency: string,
  language: Language,
): string[] {
  const closes = timeOf(data['closesAt'], language);
  const reason = outcomeReason(textOf(data['reason']));
  const code = textOf(data['winner']) ?? textOf(data['code']);
  const remaining = typeof data['remaining'] === 'number' ? formatClock(data['remaining']) : null;
  const price = moneyOf(data['price'] ?? (type === 'OPENED' ? data['startPrice'] : null), currency, language);
  return [
    price,
    code && m.bidder_code({ code }),
    reason && m.event_reason({ reason }),
    remaining && m.event_remaining({ remaining }),
    closes && ['OPENED', 'RESUMED', 'OUTAGE'].includes(type) ? m.event_closes({ at: closes }) : null,
  ].filter((fact): fact is string => Boolean(fact));
}
