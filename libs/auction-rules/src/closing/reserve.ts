import { TRAITS } from '../lot/formats.js';
import type { Lot } from '../lot/lot.js';

/** R38: equality is enough; without a reserve every price will do. */
export function satisfiesReserve({ format, reserve }: Lot, amount: bigint): boolean {
  if (reserve === null) return true;
  return TRAITS[format].reverse ? amount <= reserve : amount >= reserve;
}
