import { formatTimeExact, VENUE_ZONE } from '@stx/format';
import { m } from '../messages/generated/messages';
import { Tag } from '../parts/tag';
import type { Tone } from '../terms/states';
import type { Connection, RoomView } from './room-store';

const LINES: Record<Connection, { tone: Tone; words: () => string }> = {
  page: { tone: 'neutral', words: m.line_page },
  connecting: { tone: 'info', words: m.line_connecting },
  connected: { tone: 'good', words: m.line_connected },
  slow: { tone: 'care', words: m.line_slow },
  lost: { tone: 'stop', words: m.line_lost },
};

const WRONG_CLOCK_MS = 2_000;

/** Connection and server time; says when values may be old, and that a wrong device clock does not matter. */
export function StatusLine({ live, now }: { live: RoomView; now: number }) {
  const { connection, newsAt, offset, caughtUp, room } = live;
  const { tone, words } = LINES[connection];
  const isLive = connection === 'connected' || connection === 'slow';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted">
      <Tag tone={tone}>{words()}</Tag>
      <span className="figures">
        {isLive ? m.server_time() : m.as_of()} {formatTimeExact(isLive ? now : newsAt)} {VENUE_ZONE}
      </span>
      {!isLive && <a href="">{m.refresh()}</a>}
      {room.watchers !== null && (
        <span className="max-md:hidden">{m.watchers({ count: room.watchers })}</span>
      )}
      {caughtUp > 0 && <span role="status">{m.caught_up({ count: caughtUp })}</span>}
      {offset !== null && Math.abs(offset) > WRONG_CLOCK_MS && <span>{m.device_clock_wrong()}</span>}
    </div>
  );
}
