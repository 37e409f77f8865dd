import type { Json } from '@stx/platform';
import type { ChronicleLine } from '../chronicle/chronicle-line.js';
import type { LotBoard } from '../lot/lot-board.js';
import type { LotEntity, LotState } from '../lot/lot.entity.js';

/** What `lot:state` and the answer to `watch` tell of a lot. Amounts are minor units, times ISO. */
export interface LotSnapshot {
  lotId: string;
  state: LotState;
  currentPrice: string | null;
  leaderCode: string | null;
  bidCount: number;
  closesAt: string | null;
  /** For a bidder the own one, for a watcher the least legal bid. */
  nextValidBid: string | null;
  publicSequence: number;
  remainingMs: number | null;
  serverTime: string;
  /** Null until the lot has opened: nobody may count the interested before (S11). */
  watcherCount: number | null;
}

/** A snapshot without what depends on who looks and when. */
export type SharedSnapshot = Omit<LotSnapshot, 'nextValidBid' | 'serverTime' | 'watcherCount'>;

const isoOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export function snapshotOfBoard(lotId: string, board: LotBoard, publicSequence: number): SharedSnapshot {
  const { state, currentPrice, leaderCode, bidCount, closesAt, remainingMs } = board;
  return {
    lotId,
    state,
    currentPrice,
    leaderCode,
    bidCount,
    closesAt: isoOf(closesAt),
    publicSequence,
    remainingMs,
  };
}

export function snapshotOfRow(lot: LotEntity): SharedSnapshot {
  const { id: lotId, state, currentPrice, leaderCode, bidCount, publicN: publicSequence } = lot;
  const closesAt = state === 'PAUSED' ? null : (lot.closesAt?.toISOString() ?? null);
  const remainingMs = lot.remainingMs === null ? null : Number(lot.remainingMs);
  return { lotId, state, currentPrice, leaderCode, bidCount, closesAt, publicSequence, remainingMs };
}

export interface LiveEvent {
  n: number;
  at: string;
  type: string;
  data: { [key: string]: Json };
  hash: string;
}

export const toLiveEvent = ({ seq: n, at, type, data, hash }: ChronicleLine): LiveEvent => ({
  n,
  at: new Date(at).toISOString(),
  type,
  data,
  hash,
});
