import { log } from '@stx/platform';
import type { Server } from 'socket.io';
import type { LotChange } from '../bid/commit-batch.js';
import type { LotDesk } from '../bid/lot-desk.js';
import type { LotEntity } from '../lot/lot.entity.js';
import type { LiveLots } from './live-lots.js';
import { LotRoom } from './lot-room.js';
import { snapshotOfBoard, snapshotOfRow } from './lot-snapshot.js';

const POLL_MS = 250;
/** Events handed over at once; who is further behind asks again. */
const MAX_EVENTS = 500;

/**
 * The rooms that are open in this process. Commits made here are published as they happen; those of other processes
 * are found by looking at the few lots that are followed here, which costs no notification a bid.
 */
export class OpenRooms {
  private readonly rooms = new Map<string, LotRoom>();
  private readonly stopListening: () => void;
  private readonly poller: NodeJS.Timeout;
  private isPolling = false;

  constructor(
    private readonly io: Server,
    readonly lots: LiveLots,
    desk: LotDesk,
  ) {
    this.stopListening = desk.onChange((change) => this.heard(change));
    this.poller = setInterval(() => void this.poll(), POLL_MS);
    this.poller.unref();
  }

  async open(lot: LotEntity): Promise<LotRoom> {
    const existing = this.rooms.get(lot.id);
    if (existing) return existing;
    const nextBid = await this.lots.nextBid(lot);
    const room = this.rooms.get(lot.id) ?? new LotRoom(this.io, snapshotOfRow(lot), nextBid);
    this.rooms.set(lot.id, room);
    return room;
  }

  /** Public events after `after`, oldest first, at most 500. */
  eventsAfter(lotId: string, after: number) {
    return this.lots.events.after(lotId, after, MAX_EVENTS);
  }

  close(): void {
    this.stopListening();
    clearInterval(this.poller);
    for (const room of this.rooms.values()) room.stop();
  }

  private heard({ lotId, board, lines, nextBid }: LotChange): void {
    const room = this.rooms.get(lotId);
    if (lines[0]!.seq !== (room?.sent ?? 0) + 1) return; // not followed here, or the next look closes the gap
    room?.publish(snapshotOfBoard(lotId, board, lines.at(-1)!.seq), nextBid, lines);
  }

  private async poll(): Promise<void> {
    if (this.isPolling || this.rooms.size === 0) return;
    this.isPolling = true;
    try {
      for (const [lotId, room] of this.rooms) if (room.isEmpty()) this.rooms.delete(lotId);
      for (const lot of await this.lots.rows([...this.rooms.keys()])) await this.catchUp(lot);
    } catch (error) {
      log.error('live rooms cannot look', error, { domain: 'bidding' });
    } finally {
      this.isPolling = false;
    }
  }

  private async catchUp(lot: LotEntity): Promise<void> {
    const room = this.rooms.get(lot.id);
    if (!room || room.sent >= lot.publicN) return;
    const lines = await this.lots.events.after(lot.id, room.sent, MAX_EVENTS);
    const nextBid = await this.lots.nextBid(lot);
    room.publish({ ...snapshotOfRow(lot), publicSequence: lines.at(-1)?.seq ?? lot.publicN }, nextBid, lines);
  }
}
