import { required, type Lot } from '../lot/lot.js';

/** R39: the price of a step; it never falls below the floor. */
export function stepPrice(lot: Lot, step: number): bigint {
  const { decrement, floor } = required(lot.dutch, 'a Dutch schedule');
  const price = lot.startPrice - BigInt(step) * decrement;
  return price > floor ? price : floor;
}
