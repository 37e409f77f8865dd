import { moneyTextOrNull } from '../money/money.js';
import type { LotState } from './lot-state.js';
import type { FinalPhase } from './phases.js';

export type Sale = { readonly buyer: string; readonly price: string; readonly seq: number };

export type Outcome = {
  readonly state: FinalPhase;
  readonly winner: string | null;
  readonly price: string | null;
  readonly reason: string | null;
  /** FIXED_PRICE only, in the order of sale. */
  readonly sales?: readonly Sale[];
};

/** How the lot ended (R49); null while it has not. */
export function outcome({ lot, verdict, sales }: LotState): Outcome | null {
  if (verdict === null) return null;
  const result = { ...verdict, price: moneyTextOrNull(verdict.price) };
  if (lot.format !== 'FIXED_PRICE') return result;
  const price = lot.startPrice.toString();
  const sold = Array.from(sales.entries(), ([buyer, seq]) => ({ buyer, price, seq }));
  return { ...result, sales: sold.sort((a, b) => a.seq - b.seq) };
}
