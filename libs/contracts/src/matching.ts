/** Journal `matching`. Subject: the demand. Achievements among its best matches that were not there before. */
export type MatchesFound = { found: number };
