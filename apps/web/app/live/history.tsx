import { formatBid, formatTimeExact } from '@stx/format';
import { useLanguage } from '../i18n/use-language';
import { eventFacts, eventName } from '../lots/event-words';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Section } from '../parts/section';
import type { Room, RoomEvent } from './room';

const SHOWN = 20;

/** Newest first. A log for reading, not for speaking: announcements have their own, slower voice. */
export function History({ room, lotRef, myCode }: { room: Room; lotRef: string; myCode: string | null }) {
  const leadingAt = room.events.find(({ type }) => type === 'BID')?.n;
  return (
    <Section
      title={m.bid_history()}
      aside={<Link to={`/lots/${lotRef}/chronicle`}>{m.see_all_events()}</Link>}
    >
      {room.events.length === 0 ? (
        <p className="text-muted">{m.no_bid_yet()}</p>
      ) : (
        <div className="scroll" role="log" aria-live="off" aria-label={m.bid_history()} tabIndex={0}>
          <table className="table tight">
            <thead>
              <tr>
                <th scope="col">{m.column_number()}</th>
                <th scope="col">{m.column_time_short()}</th>
                <th scope="col">{m.column_who()}</th>
                <th scope="col" className="number">
                  {m.column_amount()}
                </th>
              </tr>
            </thead>
            <tbody>
              {room.events.slice(0, SHOWN).map((event) => (
                <Line
                  key={event.n}
                  event={event}
                  room={room}
                  myCode={myCode}
                  isLeading={event.n === leadingAt}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

interface LineProps {
  event: RoomEvent;
  room: Room;
  myCode: string | null;
  isLeading: boolean;
}

function Line({ event, room, myCode, isLeading }: LineProps) {
  const language = useLanguage();
  const { n, at, type, data } = event;
  const time = (
    <td>
      <time dateTime={new Date(at).toISOString()}>{formatTimeExact(at, true)}</time>
    </td>
  );
  if (type !== 'BID') {
    return (
      <tr>
        <th scope="row">{n}</th>
        {time}
        <td colSpan={2}>
          {[eventName(type), ...eventFacts(type, data, room.currency, language)].join(' · ')}
        </td>
      </tr>
    );
  }
  const code = String(data['code'] ?? '');
  return (
    <tr className={code === myCode ? 'font-semibold' : undefined}>
      <th scope="row">{n}</th>
      {time}
      <td>
        {code}
        {code === myCode && ` ${m.that_is_you()}`}
        {isLeading && <span className="text-small text-good"> ▲ {m.leading()}</span>}
      </td>
      <td className="number">
        {formatBid({ amount: String(data['price']), currency: room.currency }, language)}
      </td>
    </tr>
  );
}
