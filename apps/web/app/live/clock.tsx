import { formatClock, formatSpan } from '@stx/format';
import { m } from '../messages/generated/messages';
import type { Room } from './room';

interface Props {
  room: Room;
  now: number;
  extension: { window: number; again: number };
}

const SOON_MS = 60_000;

/** What the clock counts to in this state, and how much is left. Only the server closes a lot. */
function countdown(room: Room, now: number): { label: string; left: number | null } {
  switch (room.state) {
    case 'SUBMITTED':
      return { label: m.clock_not_scheduled(), left: null };
    case 'SCHEDULED':
      return { label: m.clock_opens_in(), left: room.opensAt === null ? null : room.opensAt - now };
    case 'LIVE':
      if (room.closesAt !== null && room.closesAt <= now) return { label: m.clock_time_is_up(), left: null };
      return { label: m.clock_closes_in(), left: room.closesAt === null ? null : room.closesAt - now };
    case 'PAUSED':
      return { label: m.clock_paused(), left: room.remainingMs };
    case 'CLOSED':
      return { label: m.clock_time_is_up(), left: null };
    case 'SOLD':
    case 'UNSOLD':
    case 'WITHDRAWN':
      return { label: m.clock_over(), left: null };
  }
}

export function RoomClock({ room, now, extension }: Props) {
  const { label, left } = countdown(room, now);
  const paused = room.state === 'PAUSED' ? room.events.find(({ type }) => type === 'PAUSED') : undefined;
  const reason = typeof paused?.data['reason'] === 'string' ? paused.data['reason'] : null;
  const isSoon = room.state === 'LIVE' && left !== null && left <= SOON_MS;
  return (
    <section aria-label={m.clock()}>
      <p className="flex flex-wrap items-baseline gap-x-3 md:block">
        <span className="text-small text-muted">{label}</span>
        {left !== null && (
          <span role="timer" className={`clock md:block ${isSoon ? 'soon' : ''}`}>
            {formatClock(left)}
          </span>
        )}
      </p>
      {reason && <p className="text-small">{m.event_reason({ reason })}</p>}
      {room.state === 'LIVE' && (
        <p className="text-small text-muted max-md:hidden">
          {m.extension_rule({ window: formatSpan(extension.window), again: formatSpan(extension.again) })}
        </p>
      )}
    </section>
  );
}
