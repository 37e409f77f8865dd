import { io } from 'socket.io-client';
import type { LotSnapshot, WireEvent } from './room';

export type BidReply =
  | { accepted: true; seq: number; hash: string; receivedAt: string | number }
  | { accepted: false; code: string; message: string };

interface WatchReply {
  ok: boolean;
  serverTime: string | number;
  lot: LotSnapshot;
  events: WireEvent[];
}

export interface RoomListener {
  /** Missed events come first, then the state. */
  caughtUp(reply: WatchReply): void;
  events(events: WireEvent[]): void;
  state(snapshot: LotSnapshot): void;
  connection(state: 'connected' | 'lost'): void;
  /** How far the server's clock is ahead of this device, and the round trip it was measured with. */
  clock(offset: number, roundTrip: number): void;
}

export interface RoomLine {
  catchUp(): void;
  bid(bid: { requestId: string; lotId: string; amount: string }): Promise<BidReply>;
  close(): void;
}

const ACK_MS = 3_000;
const CLOCK_SAMPLES = 5;

/** A line to the live room of one lot; it reconnects by itself and asks for what it missed by number. */
export function connectRoom(lotId: string, lastKnown: () => number, listener: RoomListener): RoomLine {
  const socket = io({ path: '/socket.io', transports: ['websocket', 'polling'] });

  const catchUp = () => {
    socket
      .timeout(ACK_MS)
      .emit('watch', { lotId, after: lastKnown() }, (late: Error | null, reply?: WatchReply) => {
        if (!late && reply?.ok) listener.caughtUp(reply);
      });
  };

  const measureClock = async () => {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < CLOCK_SAMPLES; i++) {
      const t0 = Date.now();
      const reply = (await socket.timeout(ACK_MS).emitWithAck('time', { t0 })) as {
        serverTime: string | number;
      };
      const roundTrip = Date.now() - t0;
      if (roundTrip >= best) continue;
      best = roundTrip;
      listener.clock(new Date(reply.serverTime).getTime() + roundTrip / 2 - Date.now(), roundTrip);
    }
  };

  socket.on('connect', () => {
    listener.connection('connected');
    catchUp();
    measureClock().catch(() => undefined); // the estimate of the page's own time stays
  });
  socket.on('disconnect', () => listener.connection('lost'));
  socket.on('connect_error', () => listener.connection('lost'));
  socket.on('lot:events', (push: { lotId: string; events: WireEvent[] }) => {
    if (push.lotId === lotId) listener.events(push.events);
  });
  socket.on('lot:state', (snapshot: LotSnapshot) => {
    if (snapshot.lotId === lotId) listener.state(snapshot);
  });

  return {
    catchUp,
    bid: (bid) => socket.timeout(ACK_MS).emitWithAck('bid', bid) as Promise<BidReply>,
    close: () => socket.close(),
  };
}
