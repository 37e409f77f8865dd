import type { Server, Socket } from 'socket.io';
import type { ChronicleLine } from '../chronicle/chronicle-line.js';
import { Coalescer } from './coalescer.js';
import { toLiveEvent, type LotSnapshot, type SharedSnapshot } from './lot-snapshot.js';

const BIDDERS_MS = 25;
const WATCHERS_MS = 100;

/** What a registration may bid least now; null for anybody who is admitted. */
export type NextBid = (registrationId: string | null) => bigint | null;

const roomsOf = (lotId: string) => ({ bidders: `bidders:${lotId}`, watchers: `watchers:${lotId}` });
const roomOfBidder = (registrationId: string): string => `bidder:${registrationId}`;

/**
 * Everybody who follows one lot from this process. Bidders get each event at once, watchers at most ten messages a
 * second: acknowledgements and bidders are never behind the public (S14).
 */
export class LotRoom {
  /** Last public number that was sent on. */
  sent: number;
  private pending: ChronicleLine[] = [];
  private readonly bidders = new Set<string>();
  private readonly toBidders = new Coalescer(BIDDERS_MS, () => this.stateToBidders());
  private readonly toWatchers = new Coalescer(WATCHERS_MS, () => this.flushToWatchers());

  constructor(
    private readonly io: Server,
    private shared: SharedSnapshot,
    private nextBid: NextBid,
  ) {
    this.sent = shared.publicSequence;
  }

  /** Sends on what has happened after `sent`. */
  publish(shared: SharedSnapshot, nextBid: NextBid, lines: ChronicleLine[]): void {
    this.shared = shared;
    this.nextBid = nextBid;
    const fresh = lines.filter(({ seq }) => seq > this.sent);
    this.sent = fresh.at(-1)?.seq ?? this.sent;
    const { lotId } = shared;
    if (fresh.length > 0) {
      this.io.to(roomsOf(lotId).bidders).emit('lot:events', { lotId, events: fresh.map(toLiveEvent) });
      this.pending.push(...fresh);
    }
    this.toBidders.poke();
    this.toWatchers.poke();
  }

  /** Takes a socket in. @param registrationId null for a watcher */
  enter(socket: Socket, registrationId: string | null): void {
    const { bidders, watchers } = roomsOf(this.shared.lotId);
    if (registrationId === null) return void socket.join(watchers);
    this.bidders.add(registrationId);
    void socket.join([bidders, roomOfBidder(registrationId)]);
  }

  /** @param registrationId null for a watcher */
  snapshot(registrationId: string | null): LotSnapshot {
    const next = this.nextBid(registrationId);
    return {
      ...this.shared,
      nextValidBid: next === null ? null : String(next),
      serverTime: new Date().toISOString(),
      watcherCount: this.shared.state === 'SCHEDULED' ? null : this.size(),
    };
  }

  isEmpty(): boolean {
    return this.size() === 0;
  }

  stop(): void {
    this.toBidders.stop();
    this.toWatchers.stop();
  }

  private size(): number {
    const { bidders, watchers } = roomsOf(this.shared.lotId);
    const { rooms } = this.io.sockets.adapter;
    return (rooms.get(bidders)?.size ?? 0) + (rooms.get(watchers)?.size ?? 0);
  }

  /** One message for the many who may bid the same, one each for the others: the leader, the not admitted. */
  private stateToBidders(): void {
    const { bidders } = roomsOf(this.shared.lotId);
    const open = this.snapshot(null);
    const apart: string[] = [];
    for (const registrationId of this.bidders) {
      if (!this.io.sockets.adapter.rooms.has(roomOfBidder(registrationId)))
        this.bidders.delete(registrationId);
      const own = this.snapshot(registrationId);
      if (own.nextValidBid === open.nextValidBid) continue;
      apart.push(roomOfBidder(registrationId));
      this.io.to(roomOfBidder(registrationId)).emit('lot:state', own);
    }
    this.io.to(bidders).except(apart).emit('lot:state', open);
  }

  private flushToWatchers(): void {
    const { lotId } = this.shared;
    const room = this.io.to(roomsOf(lotId).watchers);
    const events = this.pending.splice(0).map(toLiveEvent);
    if (events.length > 0) room.emit('lot:events', { lotId, events });
    room.emit('lot:state', this.snapshot(null));
  }
}
