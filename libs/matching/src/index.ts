export { MatchingModule } from './matching.module.js';
export { matchingSchema } from './migrations/index.js';
export { RebuildMatching } from './snapshot/rebuild-matching.js';
export { FindMatches } from './match/find-matches.js';
export { demandQuery } from './rank/match-input.js';
export {
  MATCHING_VERSION,
  type MatchReason,
  type RankedMatch,
  type ReasonKind,
} from './rank/rank-matches.js';
