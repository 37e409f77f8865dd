import type { Dutch, FreeCycle, Hammer, Increment, IncrementBand, Scoring, SoftClose } from './lot.js';
import type { FieldReader } from './read-fields.js';

/** The nested objects of a lot (R7), each read with its own limits (R8, R9). Null means that something was refused. */

export function readIncrement(reader: FieldReader): Increment | null {
  reader.required('type');
  const type = reader.oneOf('type', ['FIXED', 'LADDER']);
  if (type === 'FIXED') {
    reader.required('step');
    const step = reader.money('step');
    return step === null ? null : { type, step };
  }
  if (type === 'LADDER') {
    reader.required('bands');
    const bands = reader.list('bands', readBand);
    if (bands === null) return null;
    refuseCrookedLadder(reader, bands);
    return { type, bands };
  }
  return null;
}

function readBand(reader: FieldReader): IncrementBand | null {
  reader.required('from');
  reader.required('step');
  const from = reader.moneyOrZero('from');
  const step = reader.money('step');
  return from === null || step === null ? null : { from, step };
}

/** R9: the first band starts at zero, the bands strictly rise, the steps never fall. */
function refuseCrookedLadder(reader: FieldReader, bands: readonly IncrementBand[]): void {
  const first = bands[0];
  if (first === undefined) reader.refuse('bands', 'needs at least one band', 'R9');
  else if (first.from !== 0n) reader.refuse('bands', 'the first band starts at "0"', 'R9');
  bands.forEach((band, index) => {
    const before = bands[index - 1];
    if (before === undefined) return;
    if (band.from <= before.from) reader.refuse(`bands.${index}.from`, 'must rise strictly', 'R9');
    if (band.step < before.step) reader.refuse(`bands.${index}.step`, 'must not fall', 'R9');
  });
}

export function readSoftClose(reader: FieldReader): SoftClose | null {
  reader.required('windowMs');
  reader.required('extendMs');
  const windowMs = reader.integer('windowMs', 0);
  const extendMs = reader.integer('extendMs', 1);
  const capAt = reader.integer('capAt');
  return windowMs === null || extendMs === null ? null : { windowMs, extendMs, capAt };
}

export function readFreeCycle(reader: FieldReader): FreeCycle | null {
  for (const field of ['freeMs', 'cycleMs', 'entryRule']) reader.required(field);
  const freeMs = reader.integer('freeMs', 1);
  const cycleMs = reader.integer('cycleMs', 1);
  const entryRule = reader.oneOf('entryRule', ['ALL_DEPOSITED', 'BID_ONCE']);
  const maxCycles = reader.integer('maxCycles', 1);
  return freeMs === null || cycleMs === null || entryRule === null
    ? null
    : { freeMs, cycleMs, entryRule, maxCycles };
}

export function readDutch(reader: FieldReader): Dutch | null {
  for (const field of ['decrement', 'stepMs', 'steps', 'floor']) reader.required(field);
  const decrement = reader.money('decrement');
  const stepMs = reader.integer('stepMs', 1);
  const steps = reader.integer('steps', 1);
  const floor = reader.money('floor');
  return decrement === null || stepMs === null || steps === null || floor === null
    ? null
    : { decrement, stepMs, steps, floor };
}

export function readScoring(reader: FieldReader): Scoring | null {
  for (const field of ['priceWeight', 'qualityWeight', 'maxPoints', 'minPoints']) reader.required(field);
  const priceWeight = reader.integer('priceWeight', 0);
  const qualityWeight = reader.integer('qualityWeight', 0);
  const maxPoints = reader.integer('maxPoints', 1);
  const minPoints = reader.integer('minPoints', 0);
  if (priceWeight === null || qualityWeight === null || maxPoints === null || minPoints === null) return null;
  if (priceWeight === 0 && qualityWeight === 0)
    reader.refuse('priceWeight', 'the weights must not both be zero');
  if (minPoints > maxPoints) reader.refuse('minPoints', 'must not exceed maxPoints');
  return { priceWeight, qualityWeight, maxPoints, minPoints };
}

/** R22: only an auctioneer has a timeout, and needs one. */
export function readHammer(reader: FieldReader): Hammer | null {
  reader.required('mode');
  const mode = reader.oneOf('mode', ['AUTO', 'AUCTIONEER']);
  if (mode !== 'AUCTIONEER') return mode === null ? null : { mode };
  reader.required('timeoutMs');
  const timeoutMs = reader.integer('timeoutMs', 1);
  return timeoutMs === null ? null : { mode, timeoutMs };
}
