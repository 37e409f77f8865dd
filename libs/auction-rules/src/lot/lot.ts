import type { Format } from './formats.js';

/** R9: how far a bid must move the price; the ladder is keyed by the visible price. */
export type Increment =
  | { readonly type: 'FIXED'; readonly step: bigint }
  | { readonly type: 'LADDER'; readonly bands: readonly IncrementBand[] };

export type IncrementBand = { readonly from: bigint; readonly step: bigint };

/** R29, R30. */
export type SoftClose = {
  readonly windowMs: number;
  readonly extendMs: number;
  readonly capAt: number | null;
};

/** R31 to R33. */
export type FreeCycle = {
  readonly freeMs: number;
  readonly cycleMs: number;
  readonly entryRule: 'ALL_DEPOSITED' | 'BID_ONCE';
  readonly maxCycles: number | null;
};

/** R39. */
export type Dutch = {
  readonly decrement: bigint;
  readonly stepMs: number;
  readonly steps: number;
  readonly floor: bigint;
};

/** R46. */
export type Scoring = {
  readonly priceWeight: number;
  readonly qualityWeight: number;
  readonly maxPoints: number;
  readonly minPoints: number;
};

/** R22. */
export type Hammer = { readonly mode: 'AUTO' } | { readonly mode: 'AUCTIONEER'; readonly timeoutMs: number };

export type ReserveDisplay = 'NONE' | 'HAS' | 'MET';
export type SoleBidder = 'PROCEED' | 'AGREEMENT' | 'UNSOLD';
export type Opening = 'AUTO' | 'TWO_OFFICERS';

/**
 * A valid lot (R7, R8) with every default filled in. Money is bigint minor units, times are epoch milliseconds.
 * What the lot's format does not know is null. `closesAt` is as announced; for ENGLISH_FREE_CYCLE and DUTCH it is
 * derived (R18).
 */
export type Lot = {
  readonly id: string;
  readonly format: Format;
  readonly currency: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly startPrice: bigint;
  readonly increment: Increment | null;
  readonly reserve: bigint | null;
  readonly reserveDisplay: ReserveDisplay;
  readonly softClose: SoftClose | null;
  readonly freeCycle: FreeCycle | null;
  readonly dutch: Dutch | null;
  readonly scoring: Scoring | null;
  readonly stock: number | null;
  readonly proxy: boolean;
  readonly firstRefusal: boolean;
  readonly depositRequired: bigint;
  readonly minQualified: number;
  readonly soleBidder: SoleBidder;
  readonly lateEntry: boolean;
  readonly minResumeMs: number;
  readonly opening: Opening;
  readonly hammer: Hammer;
};

/** The part of the lot's rules that its format guarantees; its absence is a defect of the program. */
export function required<T>(part: T | null, name: string): T {
  if (part === null) throw new Error(`a valid lot of this format has ${name}`);
  return part;
}
