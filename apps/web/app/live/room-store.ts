import type { BidReply, RoomLine } from './connect';
import { hasGap, type LotSnapshot, type Room, roomAfter, type RoomNews, type WireEvent } from './room';

export type Connection = 'page' | 'connecting' | 'connected' | 'slow' | 'lost';

export interface RoomView {
  room: Room;
  connection: Connection;
  /** Server time of the last news, milliseconds. */
  newsAt: number;
  /** How far the server's clock is ahead of this device; null before it was measured. */
  offset: number | null;
  /** Events fetched after a lost line, to be said once. */
  caughtUp: number;
}

const SLOW_MS = 2_000;

/** One room as the page loaded it, kept current over the socket while somebody looks. */
export class RoomStore {
  #view: RoomView;
  #line: RoomLine | null = null;
  #wasLost = false;
  readonly #listeners = new Set<() => void>();

  constructor(room: Room, serverTime: number) {
    this.#view = { room, connection: 'page', newsAt: serverTime, offset: null, caughtUp: 0 };
  }

  readonly get = (): RoomView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The page was read anew. */
  load(room: Room, serverTime: number): void {
    this.#put({
      room: roomAfter(this.#view.room, { kind: 'loaded', room }),
      newsAt: Math.max(this.#view.newsAt, serverTime),
    });
  }

  /** Opens the line; returns how to close it. */
  open(): () => void {
    let isGone = false;
    this.#put({ connection: 'connecting' });
    void import('./connect').then(({ connectRoom }) => {
      if (isGone) return;
      this.#line = connectRoom(this.#view.room.lotId, () => this.#view.room.n, {
        caughtUp: ({ lot, events }) => this.#catchUp(lot, events),
        events: (events) =>
          hasGap(this.#view.room, events) ? this.#line?.catchUp() : this.#hear({ kind: 'events', events }),
        state: (snapshot) => this.#hear({ kind: 'state', snapshot }),
        connection: (connection) => {
          this.#wasLost ||= connection === 'lost';
          this.#put({ connection });
        },
        clock: (offset, roundTrip) =>
          this.#put({ offset, connection: roundTrip > SLOW_MS ? 'slow' : 'connected' }),
      });
    });
    return () => {
      isGone = true;
      this.#line?.close();
      this.#line = null;
    };
  }

  /** Null while there is no line to send it over. */
  bid(requestId: string, amount: string): Promise<BidReply> | null {
    return this.#line?.bid({ requestId, lotId: this.#view.room.lotId, amount }) ?? null;
  }

  #catchUp(lot: LotSnapshot, events: WireEvent[]): void {
    const missed = events.filter(({ n }) => n > this.#view.room.n).length;
    this.#hear({ kind: 'events', events });
    this.#hear({ kind: 'state', snapshot: lot });
    if (this.#wasLost) this.#put({ caughtUp: missed });
    this.#wasLost = false;
  }

  #hear(news: RoomNews): void {
    this.#put({ room: roomAfter(this.#view.room, news), newsAt: Date.now() + (this.#view.offset ?? 0) });
  }

  #put(change: Partial<RoomView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
