import { useEffect, useState, useSyncExternalStore } from 'react';
import { useRevalidator } from 'react-router';
import type { Room } from './room';
import { RoomStore, type RoomView } from './room-store';

export interface LiveRoom extends RoomView {
  store: RoomStore;
}

const POLL_MS = 10_000;

/** The room as the page loaded it, kept current over the socket, or by asking again while there is none. */
export function useRoom(loaded: Room, serverTime: number): LiveRoom {
  const [store] = useState(() => new RoomStore(loaded, serverTime));
  const view = useSyncExternalStore(store.subscribe, store.get, store.get);
  useEffect(() => store.open(), [store]);
  useEffect(() => store.load(loaded, serverTime), [store, loaded, serverTime]);
  usePolling(view.connection === 'lost');
  return { ...view, store };
}

function usePolling(isOn: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => void revalidate(), POLL_MS);
    return () => clearInterval(timer);
  }, [isOn, revalidate]);
}
