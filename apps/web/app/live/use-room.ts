import { useEffect, useState, useSyncExternalStore } from 'react';
import { useRevalidator } from 'react-router';
import type { LotState } from '../data/generated/operations';
import type { Room } from './room';
import { RoomStore, type RoomView } from './room-store';

export interface LiveRoom extends RoomView {
  store: RoomStore;
}

const POLL_MS = 10_000;
/** A bidder waits for the deposit to be heard of; nobody else may learn of it, so it comes over no socket. */
const WAIT_MS = 4_000;

/**
 * The room as the page loaded it, kept current over the socket, or by asking again while there is none.
 * @param isWaiting the viewer's registration is about to change
 */
export function useRoom(loaded: Room, serverTime: number, isWaiting: boolean): LiveRoom {
  const [store] = useState(() => new RoomStore(loaded, serverTime));
  const view = useSyncExternalStore(store.subscribe, store.get, store.get);
  useEffect(() => store.open(), [store]);
  useEffect(() => store.load(loaded, serverTime), [store, loaded, serverTime]);
  usePolling(view.connection === 'lost', POLL_MS);
  usePolling(isWaiting, WAIT_MS);
  useReadingAnew(loaded.state, view.room.state);
  return { ...view, store };
}

/** What a viewer may do follows from the lot's state, and only the page knows it: at each change it is read anew once. */
function useReadingAnew(loaded: LotState, current: LotState): void {
  const { revalidate } = useRevalidator();
  const isStale = loaded !== current;
  useEffect(() => {
    if (isStale) void revalidate();
  }, [isStale, current, revalidate]);
}

function usePolling(isOn: boolean, every: number): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => void revalidate(), every);
    return () => clearInterval(timer);
  }, [isOn, every, revalidate]);
}
