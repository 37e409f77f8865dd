import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { log, type Viewer } from '@stx/platform';
import { Server, type Socket } from 'socket.io';
import { LotDesk } from '../bid/lot-desk.js';
import { PlaceBid } from '../bid/place-bid.js';
import { LiveLots } from './live-lots.js';
import { LiveSession } from './live-session.js';
import { OpenRooms } from './open-rooms.js';
import { isOwnOrigin } from './own-origin.js';

export interface LiveOptions {
  /** Who is behind a request, by cookie or token. */
  viewerOf(request: IncomingMessage): Promise<Viewer>;
  /** Read at every request, so it may be filled after `attach`. */
  allowedOrigins: ReadonlySet<string>;
  /** Sockets that one account may hold (S14). */
  socketsPerAccount?: number;
  /** Sockets of visitors from one address: a whole university may stand behind it. */
  socketsPerAddress?: number;
  /** The address that counts for visitors; differs behind a proxy. */
  addressOf?(request: IncomingMessage): string;
  /** How often the person behind a socket is looked at again. */
  recheckMs?: number;
}

export interface RunningLiveRooms {
  close(): Promise<void>;
}

const SWEEP_MS = 1_000;
/** Before the address that visitors without an account are counted by. */
const VISITORS = 'address ';
/** A reader that is this far behind is let go; it comes back with `watch` and gets a snapshot (S14). */
const MAX_BACKLOG = 256 * 1024;

/** Live rooms over Socket.IO: bids in, public events out. Truth is in the database; a room only passes it on. */
@Injectable()
export class LiveRooms {
  constructor(
    @Inject(LotDesk) private readonly desk: LotDesk,
    @Inject(PlaceBid) private readonly placeBid: PlaceBid,
    @Inject(LiveLots) private readonly lots: LiveLots,
  ) {}

  /** Opens the rooms on a server that listens already or soon will. */
  attach(server: HttpServer, options: LiveOptions): RunningLiveRooms {
    const { viewerOf, allowedOrigins, socketsPerAccount = 5, socketsPerAddress = 500, recheckMs } = options;
    const limitOf = (account: string) =>
      account.startsWith(VISITORS) ? socketsPerAddress : socketsPerAccount;
    const addressOf = options.addressOf ?? ((request) => request.socket.remoteAddress ?? '');
    const io = new Server(server, {
      path: '/socket.io',
      serveClient: false,
      maxHttpBufferSize: 16 * 1024,
      perMessageDeflate: false,
      httpCompression: false,
      allowRequest: (request, answer) => answer(null, isOwnOrigin(request, allowedOrigins)),
    });
    const rooms = new OpenRooms(io, this.lots, this.desk);
    const held = new Map<string, number>();

    io.use((socket, next) => {
      void this.enter(socket, viewerOf, addressOf).then(
        (account) => next((held.get(account) ?? 0) < limitOf(account) ? undefined : new Error('TOO_MANY')),
        (error: unknown) => {
          log.error('live viewer failed', error, { domain: 'bidding' });
          next(new Error('INTERNAL_ERROR'));
        },
      );
    });
    io.on('connection', (socket) => {
      const { account, viewer } = socket.data as Entered;
      const count = (held.get(account) ?? 0) + 1;
      held.set(account, count);
      socket.on('disconnect', () => {
        const left = held.get(account)! - 1;
        if (left > 0) held.set(account, left);
        else held.delete(account);
      });
      if (count > limitOf(account)) return void socket.disconnect(true);
      new LiveSession(socket, viewer, viewerOf, { placeBid: this.placeBid, rooms }, recheckMs).listen();
    });
    const sweeper = setInterval(() => dropSlow(io), SWEEP_MS);
    sweeper.unref();

    return {
      close: async () => {
        clearInterval(sweeper);
        await this.desk.idle();
        rooms.close();
        io.disconnectSockets(true);
        io.engine.close();
      },
    };
  }

  private async enter(
    socket: Socket,
    viewerOf: LiveOptions['viewerOf'],
    addressOf: (request: IncomingMessage) => string,
  ) {
    const viewer = await viewerOf(socket.request);
    const account = viewer.personId ?? `${VISITORS}${addressOf(socket.request)}`;
    socket.data = { account, viewer } satisfies Entered;
    return account;
  }
}

interface Entered {
  account: string;
  viewer: Viewer;
}

/** Closes connections whose unread messages have piled up. */
function dropSlow(io: Server): void {
  for (const { conn } of io.sockets.sockets.values()) {
    const waiting = (conn as unknown as { writeBuffer: { data?: unknown }[] }).writeBuffer;
    if (waiting.length < 64) continue;
    const bytes = waiting.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0);
    if (bytes > MAX_BACKLOG) conn.close();
  }
}
