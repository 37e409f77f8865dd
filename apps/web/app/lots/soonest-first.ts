/** Lots that are to come, by their opening. */
export const soonestFirst = <Lot extends { opensAt: string | null }>(lots: Lot[]): Lot[] =>
  lots.toSorted((a, b) => (a.opensAt ?? '9999').localeCompare(b.opensAt ?? '9999'));
