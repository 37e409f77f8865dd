import { endBidding } from '../closing/end-bidding.js';
import type { OrderCommand } from '../commands/command.js';
import type { Draft } from '../decide/draft.js';
import type { Ruling } from '../decide/ruling.js';

/** R48: one unit a buyer at the list price; the last unit closes the lot. */
export function orderUnit(draft: Draft, command: OrderCommand, now: number): Ruling {
  const { lot, sales } = draft.state;
  if (sales.has(command.by)) return 'ALREADY_BOUGHT';
  if (BigInt(command.amount) !== lot.startPrice) return 'PRICE_MISMATCH';
  const stockLeft = lot.stock === null ? null : lot.stock - sales.size - 1;
  const seq = draft.emit('ORDERED', now, { buyer: command.by, price: command.amount, stockLeft });
  if (stockLeft === 0) endBidding(draft, now);
  return seq;
}
