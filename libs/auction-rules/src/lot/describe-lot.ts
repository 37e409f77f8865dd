import { TRAITS } from './formats.js';
import type { LotConfig } from './lot-config.js';
import type { Lot } from './lot.js';

/** The JSON form of a lot (R7), money as decimal strings; `validateLot` of it gives the same lot again. */
export function describeLot(lot: Lot): LotConfig {
  const { open, sealed, knowsReserve } = TRAITS[lot.format];
  const derived = lot.format === 'ENGLISH_FREE_CYCLE' || lot.format === 'DUTCH';
  const fields = {
    ...lot,
    closesAt: derived ? null : lot.closesAt,
    reserveDisplay: knowsReserve ? lot.reserveDisplay : null,
    proxy: lot.proxy || null,
    firstRefusal: open ? lot.firstRefusal : null,
    opening: sealed ? lot.opening : null,
  };
  return JSON.parse(
    JSON.stringify(fields, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)),
  );
}
