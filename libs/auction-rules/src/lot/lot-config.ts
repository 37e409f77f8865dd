import type { Format } from './formats.js';
import type { FreeCycle, Hammer, Opening, ReserveDisplay, Scoring, SoleBidder } from './lot.js';

/** A field that may be left out; null counts as absent (R7). */
type Optional<T> = T | null | undefined;

/**
 * A lot as the outside writes it, in JSON (R7): money as decimal strings, what is absent has its default. The type is
 * for callers in TypeScript; `validateLot` takes any value and judges it by itself.
 */
export type LotConfig = {
  readonly id: string;
  readonly format: Format;
  readonly currency?: Optional<string>;
  readonly opensAt: number;
  readonly closesAt?: Optional<number>;
  readonly startPrice: string;
  readonly increment?: Optional<
    | { readonly type: 'FIXED'; readonly step: string }
    | { readonly type: 'LADDER'; readonly bands: readonly { readonly from: string; readonly step: string }[] }
  >;
  readonly reserve?: Optional<string>;
  readonly reserveDisplay?: Optional<ReserveDisplay>;
  readonly softClose?: Optional<{
    readonly windowMs: number;
    readonly extendMs: number;
    readonly capAt?: Optional<number>;
  }>;
  readonly freeCycle?: Optional<Omit<FreeCycle, 'maxCycles'> & { readonly maxCycles?: Optional<number> }>;
  readonly dutch?: Optional<{
    readonly decrement: string;
    readonly stepMs: number;
    readonly steps: number;
    readonly floor: string;
  }>;
  readonly scoring?: Optional<Scoring>;
  readonly stock?: Optional<number>;
  readonly proxy?: Optional<boolean>;
  readonly firstRefusal?: Optional<boolean>;
  readonly depositRequired?: Optional<string>;
  readonly minQualified?: Optional<number>;
  readonly soleBidder?: Optional<SoleBidder>;
  readonly lateEntry?: Optional<boolean>;
  readonly minResumeMs?: Optional<number>;
  readonly opening?: Optional<Opening>;
  readonly hammer?: Optional<Hammer>;
};
