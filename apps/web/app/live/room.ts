import { toMillis } from '@stx/format';
import type { LotDetailFragment, LotState, PublicEventFragment } from '../data/generated/operations';
import { parseEventData } from '../lots/event-data';

/** One public event (R52) as the room keeps it. */
export interface RoomEvent {
  n: number;
  at: number;
  type: string;
  data: Record<string, unknown>;
}

/** An event as the socket brings it. */
export interface WireEvent {
  n: number;
  at: string | number;
  type: string;
  data: Record<string, unknown>;
  hash: string;
}

/** The lot's public state as the socket brings it; amounts in minor units. */
export interface LotSnapshot {
  lotId: string;
  state: LotState;
  currentPrice: string | null;
  leaderCode: string | null;
  bidCount: number;
  closesAt: string | number | null;
  nextValidBid: string | null;
  publicSequence: number;
  remainingMs: number | null;
  serverTime: string | number;
  watcherCount?: number;
}

export interface Room {
  lotId: string;
  currency: string;
  state: LotState;
  price: string | null;
  startPrice: string;
  step: string;
  leaderCode: string | null;
  bidCount: number;
  opensAt: number | null;
  closesAt: number | null;
  remainingMs: number | null;
  watchers: number | null;
  /** Number of the last event that is known here. */
  n: number;
  /** Newest first. */
  events: RoomEvent[];
}

const MOST_EVENTS = 200;

const millisOf = (at: unknown): number | null =>
  typeof at === 'string' || typeof at === 'number' ? toMillis(at) : null;

export function roomOf(lot: LotDetailFragment, events: PublicEventFragment[]): Room {
  return {
    lotId: lot.id,
    currency: lot.currency,
    state: lot.state,
    price: lot.currentPrice?.amount ?? null,
    startPrice: lot.startPrice.amount,
    step: lot.bidStep.amount,
    leaderCode: lot.leaderCode,
    bidCount: lot.bidCount,
    opensAt: millisOf(lot.opensAt),
    closesAt: millisOf(lot.closesAt),
    remainingMs: lot.remainingMs,
    watchers: null,
    n: lot.publicSequence,
    events: events
      .map(({ n, at, type, data }) => ({ n, at: toMillis(at), type, data: parseEventData(data) }))
      .reverse(),
  };
}

/** Least amount that the next bid must reach: the start price, then the current price and one step. */
export function nextBid(room: Room): bigint {
  return room.price === null ? BigInt(room.startPrice) : BigInt(room.price) + BigInt(room.step);
}

export type RoomNews =
  | { kind: 'state'; snapshot: LotSnapshot }
  | { kind: 'events'; events: WireEvent[] }
  | { kind: 'loaded'; room: Room };

/** True when events are missing between what is known and what came: then the room asks for them by number. */
export function hasGap(room: Room, events: WireEvent[]): boolean {
  const first = events.find(({ n }) => n > room.n);
  return first !== undefined && first.n !== room.n + 1;
}

export function roomAfter(room: Room, news: RoomNews): Room {
  if (news.kind === 'loaded') return news.room.n >= room.n ? { ...news.room, watchers: room.watchers } : room;
  if (news.kind === 'state') return withSnapshot(room, news.snapshot);
  return news.events.reduce(withEvent, room);
}

function withSnapshot(room: Room, snapshot: LotSnapshot): Room {
  const watchers = snapshot.watcherCount ?? room.watchers;
  // An older picture that was overtaken on the way must not turn the price back.
  if (snapshot.publicSequence < room.n) return { ...room, watchers };
  return {
    ...room,
    state: snapshot.state,
    price: snapshot.currentPrice,
    leaderCode: snapshot.leaderCode,
    bidCount: snapshot.bidCount,
    closesAt: millisOf(snapshot.closesAt) ?? room.closesAt,
    remainingMs: snapshot.remainingMs,
    watchers,
  };
}

const STATE_AFTER: Record<string, LotState> = {
  OPENED: 'LIVE',
  PAUSED: 'PAUSED',
  RESUMED: 'LIVE',
  CLOSED: 'CLOSED',
  SOLD: 'SOLD',
  UNSOLD: 'UNSOLD',
  WITHDRAWN: 'WITHDRAWN',
};

function withEvent(room: Room, { n, at, type, data }: WireEvent): Room {
  if (n !== room.n + 1) return room;
  const event = { n, at: toMillis(at), type, data };
  const next: Room = {
    ...room,
    n,
    events: [event, ...room.events].slice(0, MOST_EVENTS),
    state: STATE_AFTER[type] ?? room.state,
    closesAt: millisOf(data['closesAt']) ?? room.closesAt,
    remainingMs: type === 'PAUSED' && typeof data['remaining'] === 'number' ? data['remaining'] : null,
  };
  if (type !== 'BID') return next;
  return {
    ...next,
    price: String(data['price'] ?? room.price),
    leaderCode: typeof data['leader'] === 'string' ? data['leader'] : room.leaderCode,
    bidCount: typeof data['bids'] === 'number' ? data['bids'] : room.bidCount + 1,
  };
}
