import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Access } from '@stx/platform';
import { MATCHING_VERSION } from '../rank/rank-matches.js';
import { FindMatches } from './find-matches.js';

@Resolver('Demand')
export class MatchesResolver {
  constructor(@Inject(FindMatches) private readonly findMatches: FindMatches) {}

  @Query('matchingVersion')
  @Access('public')
  matchingVersion() {
    return MATCHING_VERSION;
  }

  /** What a demand is, its own domain says; here it is only what matches hang on. */
  @ResolveReference()
  @Access('public')
  resolveReference({ id }: { id: string }) {
    return { __typename: 'Demand', id };
  }

  @ResolveField('matches')
  @Access('public')
  async matches(@Parent() { id }: { id: string }, @Args('first') first: number) {
    const matches = await this.findMatches.run(id, first);
    return matches.map(({ achievementId, score, reasons }) => ({
      achievement: { __typename: 'Achievement', id: achievementId },
      score,
      reasons,
    }));
  }
}
