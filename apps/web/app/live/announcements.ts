import { formatBid, formatClock, type Language } from '@stx/format';
import { m } from '../messages/generated/messages';
import type { Room } from './room';

export type Volume = 'all' | 'important' | 'mine' | 'none';

const MARKS = [60, 30, 10];

/** The newest state in one sentence, for the polite voice. */
export function stateSentence(room: Room, now: number, language: Language): string {
  const amount = formatBid({ amount: room.price ?? room.startPrice, currency: room.currency }, language);
  const left = formatClock((room.closesAt ?? now) - now);
  return m.say_state({ amount, code: room.leaderCode ?? '–', bids: room.bidCount, left });
}

/** What must be said at once when the room goes from one state to the next; null when nothing must. */
export function urgentSentence(
  before: Room,
  after: Room,
  myCode: string | null,
  volume: Volume,
): string | null {
  if (volume === 'none') return null;
  if (myCode && before.leaderCode === myCode && after.leaderCode !== myCode) return m.say_outbid();
  if (volume === 'mine') return null;
  if (before.state !== after.state) {
    if (after.state === 'PAUSED') return m.say_paused();
    if (before.state === 'PAUSED' && after.state === 'LIVE') return m.say_resumed();
    if (after.state === 'SOLD') return m.say_sold({ code: after.leaderCode ?? '–' });
    if (after.state === 'UNSOLD') return m.say_unsold();
    if (after.state === 'CLOSED') return m.clock_time_is_up();
    if (after.state === 'WITHDRAWN') return m.outcome_withdrawn();
  }
  const isExtended = before.closesAt !== null && after.closesAt !== null && after.closesAt > before.closesAt;
  return after.state === 'LIVE' && isExtended ? m.say_extended() : null;
}

/** The seconds mark that was passed between two moments, if any. */
export function markPassed(room: Room, before: number, now: number): number | null {
  if (room.state !== 'LIVE' || room.closesAt === null) return null;
  const [was, is] = [(room.closesAt - before) / 1_000, (room.closesAt - now) / 1_000];
  return MARKS.find((mark) => was > mark && is <= mark) ?? null;
}
