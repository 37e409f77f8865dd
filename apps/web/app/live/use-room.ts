import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { BidReply, RoomLine } from './connect';
import { hasGap, type Room, roomAfter } from './room';

export type Connection = 'page' | 'connecting' | 'connected' | 'slow' | 'lost';

export interface LiveRoom {
  room: Room;
  connection: Connection;
  /** Server time of the last news, milliseconds. */
  newsAt: number;
  /** How far the server's clock is ahead of this device; null before it was measured. */
  offset: number | null;
  /** Events fetched after a lost line, to be said once. */
  caughtUp: number;
  bid(requestId: string, amount: string): Promise<BidReply> | null;
}

const POLL_MS = 10_000;
const SLOW_MS = 2_000;

/** The room as the page loaded it, kept current over the socket, or by asking again while there is none. */
export function useRoom(loaded: Room, serverTime: number): LiveRoom {
  const [room, news] = useReducer(roomAfter, loaded);
  const [connection, setConnection] = useState<Connection>('page');
  const [newsAt, setNewsAt] = useState(serverTime);
  const [offset, setOffset] = useState<number | null>(null);
  const [caughtUp, setCaughtUp] = useState(0);
  const line = useRef<RoomLine | null>(null);
  const current = useRef(room);
  const offsetNow = useRef(0);
  current.current = room;
  offsetNow.current = offset ?? 0;

  useEffect(() => {
    news({ kind: 'loaded', room: loaded });
    setNewsAt((at) => Math.max(at, serverTime));
  }, [loaded, serverTime]);

  useEffect(() => {
    let isGone = false;
    let wasLost = false;
    setConnection('connecting');
    const heard = () => setNewsAt(Date.now() + offsetNow.current);
    void import('./connect').then(({ connectRoom }) => {
      if (isGone) return;
      const opened = connectRoom(loaded.lotId, () => current.current.n, {
        caughtUp({ lot, events }) {
          const missed = events.filter(({ n }) => n > current.current.n).length;
          news({ kind: 'events', events });
          news({ kind: 'state', snapshot: lot });
          if (wasLost) setCaughtUp(missed);
          wasLost = false;
          heard();
        },
        events(events) {
          if (hasGap(current.current, events)) opened.catchUp();
          else news({ kind: 'events', events });
          heard();
        },
        state(snapshot) {
          news({ kind: 'state', snapshot });
          heard();
        },
        connection(state) {
          wasLost ||= state === 'lost';
          setConnection(state);
        },
        clock(ahead, roundTrip) {
          setOffset(ahead);
          setConnection(roundTrip > SLOW_MS ? 'slow' : 'connected');
        },
      });
      line.current = opened;
    });
    return () => {
      isGone = true;
      line.current?.close();
      line.current = null;
    };
  }, [loaded.lotId]);

  usePolling(connection === 'lost');

  const bid = useCallback(
    (requestId: string, amount: string) => line.current?.bid({ requestId, lotId: loaded.lotId, amount }) ?? null,
    [loaded.lotId],
  );
  return { room, connection, newsAt, offset, caughtUp, bid };
}

function usePolling(isOn: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => void revalidate(), POLL_MS);
    return () => clearInterval(timer);
  }, [isOn, revalidate]);
}
