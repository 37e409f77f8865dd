import { type FocusEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { LotDetailFragment, PublicEventFragment } from '../data/generated/operations';
import { Outcome } from '../lots/outcome';
import type { FormReply } from '../server/form';
import { Announcer } from './announcer';
import { BidPanel } from './bid-panel';
import { BrokerPanel } from './broker-panel';
import { RoomClock } from './clock';
import { History } from './history';
import type { BidOutcome } from './live-actions';
import { RoomPrice } from './price';
import { type RoomEvent, roomOf } from './room';
import { Standing } from './standing';
import { StatusLine } from './status-line';
import { useNow } from './use-now';
import { useRoom } from './use-room';
import { useVolume, VolumeChoice } from './volume-choice';

interface Props {
  lot: LotDetailFragment;
  events: PublicEventFragment[];
  serverTime: string;
  requestId: string;
  bid: BidOutcome | undefined;
  reply: FormReply | undefined;
}

/** One page for bidders, watchers and the broker. */
export function RoomView({ lot, events, serverTime, requestId, bid, reply }: Props) {
  const loaded = useMemo(() => roomOf(lot, events), [lot, events]);
  const loadedAt = Date.parse(serverTime);
  const live = useRoom(loaded, loadedAt, lot.myRegistration?.state === 'REQUESTED');
  const now = useNow(loadedAt, live.offset);
  const volume = useVolume();
  const { room } = live;
  const myCode = lot.myRegistration?.state === 'QUALIFIED' ? lot.myRegistration.bidderCode : null;
  const hasBid = hasBidIn(lot, room.events, myCode);
  const isOver = ['SOLD', 'UNSOLD', 'WITHDRAWN'].includes(room.state);
  const result = useRef<HTMLDivElement>(null);
  const rememberFocus = useFocusOnResult(result, isOver);
  return (
    <div className="room" onFocus={rememberFocus}>
      <div className="room-main min-w-0 space-y-4">
        <div className="room-head space-y-1 md:space-y-4">
          <StatusLine live={live} now={now} />
          <Standing lot={lot} room={room} hasBid={hasBid} />
          <div className="flex flex-wrap items-end justify-between gap-x-6 md:block md:space-y-4">
            <RoomPrice room={room} hasReserve={lot.hasReserve} />
            <RoomClock
              room={room}
              now={now}
              extension={{ window: lot.extensionWindowSeconds, again: lot.extensionSeconds }}
            />
          </div>
        </div>
        {isOver && (
          <div ref={result} tabIndex={-1}>
            <Outcome lot={{ ...lot, state: room.state }} />
          </div>
        )}
        {myCode && room.state === 'LIVE' && <BidPanel {...{ lot, live, requestId, hasBid }} first={bid} />}
        <BrokerPanel {...{ lot, room, requestId, reply }} />
      </div>
      <div className="min-w-0">
        <History room={room} lotRef={lot.ref} myCode={myCode} />
        <VolumeChoice />
      </div>
      <Announcer store={live.store} myCode={myCode} volume={volume} />
    </div>
  );
}

/** Known from the page's standing, or from a bid seen since. */
const hasBidIn = (lot: LotDetailFragment, events: RoomEvent[], myCode: string | null): boolean =>
  (lot.myRegistration !== null && lot.myRegistration.standing !== 'NONE') ||
  (myCode !== null && events.some(({ type, data }) => type === 'BID' && data['code'] === myCode));

/** At the end the focus goes to the result only if it stood in the bid panel. */
function useFocusOnResult(result: RefObject<HTMLElement | null>, isOver: boolean) {
  const stoodInPanel = useRef(false);
  useEffect(() => {
    if (isOver && stoodInPanel.current) result.current?.focus();
  }, [result, isOver]);
  return useCallback((event: FocusEvent) => {
    stoodInPanel.current = event.target.closest('.bid-panel') !== null;
  }, []);
}
