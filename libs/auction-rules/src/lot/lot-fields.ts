import type { Format } from './formats.js';
import {
  readDutch,
  readFreeCycle,
  readHammer,
  readIncrement,
  readScoring,
  readSoftClose,
} from './lot-parts.js';
import type { Lot } from './lot.js';
import type { FieldReader } from './read-fields.js';

/** Reads every field of R7 with its type and default. Null if a field is missing without which no lot can be built. */
export function lotFields(reader: FieldReader, format: Format): Lot | null {
  const fixedPrice = format === 'FIXED_PRICE';
  const id = reader.text('id');
  const opensAt = reader.integer('opensAt');
  const announced = reader.integer('closesAt');
  const startPrice = reader.money('startPrice');
  const parts = {
    currency: currencyOf(reader),
    increment: reader.nested('increment', readIncrement),
    reserve: reader.money('reserve'),
    reserveDisplay: reader.oneOf('reserveDisplay', ['NONE', 'HAS', 'MET']) ?? 'HAS',
    softClose: reader.nested('softClose', readSoftClose),
    freeCycle: reader.nested('freeCycle', readFreeCycle),
    dutch: reader.nested('dutch', readDutch),
    scoring: reader.nested('scoring', readScoring),
    stock: reader.integer('stock', 1),
    proxy: reader.flag('proxy') ?? false,
    firstRefusal: reader.flag('firstRefusal') ?? false,
    depositRequired: reader.moneyOrZero('depositRequired') ?? 0n,
    minQualified: reader.integer('minQualified', 0) ?? (fixedPrice ? 0 : 1),
    soleBidder: reader.oneOf('soleBidder', ['PROCEED', 'AGREEMENT', 'UNSOLD']) ?? 'UNSOLD',
    lateEntry: reader.flag('lateEntry') ?? fixedPrice,
    minResumeMs: reader.integer('minResumeMs', 0) ?? 0,
    opening: reader.oneOf('opening', ['AUTO', 'TWO_OFFICERS']) ?? 'AUTO',
    hammer: reader.nested('hammer', readHammer) ?? { mode: 'AUTO' },
  } as const;
  if (id === null || opensAt === null || startPrice === null) return null;
  const closesAt = announced ?? derivedClose(opensAt, parts);
  return closesAt === null ? null : { id, format, opensAt, closesAt, startPrice, ...parts };
}

function currencyOf(reader: FieldReader): string {
  const currency = reader.text('currency') ?? 'CNY';
  if (!/^[A-Z]{3}$/.test(currency)) reader.refuse('currency', 'must be three capital letters');
  return currency;
}

/** R18: the end of the free period, or of the last Dutch step. */
function derivedClose(
  opensAt: number,
  { freeCycle, dutch }: Pick<Lot, 'freeCycle' | 'dutch'>,
): number | null {
  if (freeCycle !== null) return opensAt + freeCycle.freeMs;
  return dutch === null ? null : opensAt + dutch.steps * dutch.stepMs;
}
