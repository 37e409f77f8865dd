import { FORMATS, OPEN_FORMATS, SEALED_FORMATS, TRAITS, type Format } from './formats.js';
import { lotFields } from './lot-fields.js';
import type { Lot } from './lot.js';
import { FieldReader, isObject, type Problem } from './read-fields.js';

export type LotValidation =
  { readonly ok: true; readonly lot: Lot } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where a field may stand (R7). Fields that every format knows are not listed. */
const ALLOWED_IN: Readonly<Record<string, readonly Format[]>> = {
  closesAt: FORMATS.filter((format) => format !== 'ENGLISH_FREE_CYCLE' && format !== 'DUTCH'),
  increment: OPEN_FORMATS,
  reserve: FORMATS.filter((format) => TRAITS[format].knowsReserve),
  reserveDisplay: FORMATS.filter((format) => TRAITS[format].knowsReserve),
  softClose: ['ENGLISH_SOFT', 'REVERSE_ENGLISH'],
  freeCycle: ['ENGLISH_FREE_CYCLE'],
  dutch: ['DUTCH'],
  scoring: ['REVERSE_SEALED_SCORED'],
  stock: ['FIXED_PRICE'],
  proxy: ['ENGLISH_SOFT', 'ENGLISH_FREE_CYCLE'],
  firstRefusal: OPEN_FORMATS,
  opening: SEALED_FORMATS,
};

/** Required wherever they are allowed (R7); the rest have defaults. */
const REQUIRED = ['startPrice', 'opensAt', 'closesAt', 'increment', 'freeCycle', 'dutch', 'scoring'];

/** Reads a lot's configuration (R7) and names everything that R8 and R9 forbid. Never throws on foreign input. */
export function validateLot(input: unknown): LotValidation {
  const problems: Problem[] = [];
  if (!isObject(input))
    return { ok: false, problems: [{ field: '', rule: 'R7', message: 'a lot is an object' }] };
  const reader = new FieldReader(input, problems);
  for (const field of ['id', 'format']) reader.required(field);
  const format = reader.oneOf('format', FORMATS);
  if (format === null) return { ok: false, problems };

  for (const [field, formats] of Object.entries(ALLOWED_IN))
    if (!formats.includes(format) && reader.has(field))
      reader.refuse(field, `a ${format} lot has no such field`, 'R7');
  for (const field of REQUIRED) if (ALLOWED_IN[field]?.includes(format) ?? true) reader.required(field);

  const lot = lotFields(reader, format);
  reader.refuseUnknown();
  if (lot !== null && problems.length === 0) refuseContradictions(reader, lot);
  return lot !== null && problems.length === 0 ? { ok: true, lot } : { ok: false, problems };
}

/** R8: limits between one field and another. */
function refuseContradictions(reader: FieldReader, lot: Lot): void {
  const { open, reverse } = TRAITS[lot.format];
  if (lot.opensAt >= lot.closesAt) reader.refuse('closesAt', 'must be later than opensAt');
  if (lot.softClose?.capAt != null && lot.softClose.capAt < lot.closesAt)
    reader.refuse('softClose.capAt', 'must not be earlier than closesAt');
  if (lot.reserve !== null && !reverse && lot.reserve < lot.startPrice)
    reader.refuse('reserve', 'must not be below startPrice');
  if (lot.reserve !== null && reverse && lot.reserve > lot.startPrice)
    reader.refuse('reserve', 'must not be above startPrice, the ceiling');
  if (lot.reserveDisplay === 'MET' && !open)
    reader.refuse('reserveDisplay', 'MET needs a visible price: open formats only', 'R7');
  if (lot.dutch !== null && lot.dutch.floor > lot.startPrice)
    reader.refuse('dutch.floor', 'must not be above startPrice');
  if (lot.format === 'FIXED_PRICE' && lot.hammer.mode !== 'AUTO')
    reader.refuse('hammer.mode', 'a FIXED_PRICE lot has no auctioneer', 'R7');
}
