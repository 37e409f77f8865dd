/** The eight ways a lot can be sold (R7). */
export const FORMATS = [
  'ENGLISH_SOFT',
  'ENGLISH_FREE_CYCLE',
  'REVERSE_ENGLISH',
  'DUTCH',
  'SEALED_FIRST',
  'VICKREY',
  'REVERSE_SEALED_SCORED',
  'FIXED_PRICE',
] as const;

export type Format = (typeof FORMATS)[number];

/** The groups of formats that the law names (R7). */
export const OPEN_FORMATS: readonly Format[] = ['ENGLISH_SOFT', 'ENGLISH_FREE_CYCLE', 'REVERSE_ENGLISH'];
export const SEALED_FORMATS: readonly Format[] = ['SEALED_FIRST', 'VICKREY', 'REVERSE_SEALED_SCORED'];
export const REVERSE_FORMATS: readonly Format[] = ['REVERSE_ENGLISH', 'REVERSE_SEALED_SCORED'];

type Traits = {
  /** The phase a lot enters when it opens (R18). */
  readonly firstPhase: 'OPEN' | 'FREE' | 'SEALED';
  readonly open: boolean;
  readonly sealed: boolean;
  readonly reverse: boolean;
  /** Formats with a reserve tell whether there is one (R7, R52). */
  readonly knowsReserve: boolean;
};

function traitsOf(format: Format): Traits {
  const sealed = SEALED_FORMATS.includes(format);
  return {
    firstPhase: sealed ? 'SEALED' : format === 'ENGLISH_FREE_CYCLE' ? 'FREE' : 'OPEN',
    open: OPEN_FORMATS.includes(format),
    sealed,
    reverse: REVERSE_FORMATS.includes(format),
    knowsReserve: format !== 'DUTCH' && format !== 'FIXED_PRICE',
  };
}

export const TRAITS = Object.fromEntries(FORMATS.map((format) => [format, traitsOf(format)])) as Readonly<
  Record<Format, Traits>
>;
