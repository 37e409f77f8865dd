/** An exact, non-negative rational; scores are never floating point (R1, R46). */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Below zero if a < b, zero if equal, above zero if a > b; cross-multiplied, so nothing is rounded. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** "n/d" in lowest terms, as the public stream shows a score (R52). */
export function fractionText({ numerator, denominator }: Fraction): string {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return `${numerator / divisor}/${denominator / divisor}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
