import { nextBid, type Room } from './room';

/** More steps over the next valid bid than this are asked about once more (pages.md §9). */
const MANY_STEPS = 5n;

/** Why a bid is confirmed in a dialog before it is sent; null when it is not. */
export type WhyConfirm = 'FIRST' | 'MANY_STEPS' | 'MUCH' | 'LEADING';

export function whyConfirm(
  room: Room,
  amount: bigint,
  hasBid: boolean,
  isLeading: boolean,
): WhyConfirm | null {
  const next = nextBid(room);
  if (isLeading) return 'LEADING';
  if (!hasBid) return 'FIRST';
  if (amount - next > MANY_STEPS * BigInt(room.step)) return 'MANY_STEPS';
  return amount * 10n > next * 11n ? 'MUCH' : null;
}

export type BidFault = { kind: 'LOW'; least: bigint } | { kind: 'STEP'; example: bigint };

/** What the exchange would refuse, said before sending; the exchange decides. */
export function faultOf(room: Room, amount: bigint): BidFault | null {
  const next = nextBid(room);
  if (amount < next) return { kind: 'LOW', least: next };
  const over = (amount - next) % BigInt(room.step);
  return over === 0n ? null : { kind: 'STEP', example: amount - over };
}

/** One step up or down from what is typed, never under the next valid bid. */
export function stepped(room: Room, amount: bigint | null, by: -1 | 1): bigint {
  const next = nextBid(room);
  if (amount === null || amount < next) return next;
  const step = BigInt(room.step);
  const onGrid = amount - ((amount - next) % step);
  const moved = onGrid + BigInt(by) * step;
  return moved < next ? next : moved;
}
