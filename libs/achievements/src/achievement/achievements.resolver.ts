import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import {
  Access,
  isRefusal,
  loaderFor,
  toRefusal,
  type Reply,
  type RequestContext,
  type StoredRefusal,
} from '@stx/platform';
import { SearchAchievements, type AchievementSearch } from '../search/search-achievements.js';
import { toAchievement } from './achievement.view.js';
import { Achievements, LIBRARY_ROLES, type MineQuery } from './achievements.service.js';
import { CreateAchievement, type CreateAchievementInput } from './create-achievement.js';
import { PublishAchievements, type PublishAchievementsInput } from './publish-achievements.js';

@Resolver('Achievement')
export class AchievementsResolver {
  constructor(
    @Inject(Achievements) private readonly library: Achievements,
    @Inject(SearchAchievements) private readonly search: SearchAchievements,
    @Inject(CreateAchievement) private readonly createAchievementUseCase: CreateAchievement,
    @Inject(PublishAchievements) private readonly publishAchievementsUseCase: PublishAchievements,
  ) {}

  @Query('achievement')
  @Access('public')
  async achievement(@Args('ref') ref: string, @Context() { viewer }: RequestContext) {
    const achievement = await this.library.byRef(viewer, ref);
    return achievement && toAchievement(achievement);
  }

  @Query('achievements')
  @Access('public')
  async achievements(@Args() query: AchievementSearch, @Context() { viewer }: RequestContext) {
    const result = await this.search.run(viewer, query);
    const nodes = result.nodes.map((hit) => ({ ...hit, achievement: toAchievement(hit.achievement) }));
    return { ...result, nodes };
  }

  @Query('myAchievements')
  @Access({ roles: LIBRARY_ROLES })
  async myAchievements(@Args() query: MineQuery, @Context() { viewer }: RequestContext) {
    const page = await this.library.mine(viewer, query);
    return { ...page, nodes: page.nodes.map(toAchievement) };
  }

  @Mutation('createAchievement')
  @Access({ roles: LIBRARY_ROLES })
  async createAchievement(@Args('input') input: CreateAchievementInput, @Context() context: RequestContext) {
    const reply = await this.createAchievementUseCase.run(context.viewer, input);
    return this.answer(reply, context, async ({ id }) => {
      const [achievement] = await this.library.visible(context.viewer, [id as string]);
      return toAchievement(achievement!);
    });
  }

  @Mutation('publishAchievements')
  @Access({ roles: ['OFFICER'] })
  async publishAchievements(
    @Args('input') input: PublishAchievementsInput,
    @Context() context: RequestContext,
  ) {
    const reply = await this.publishAchievementsUseCase.run(context.viewer, input);
    return this.answer(reply, context, ({ count }) => ({ __typename: 'PublishedAchievements', count }));
  }

  @ResolveReference()
  @Access('public')
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    const { viewer } = context;
    const achievement = await loaderFor(context, 'achievement', (ids) =>
      this.library.visible(viewer, ids),
    ).load(id);
    return achievement && toAchievement(achievement);
  }

  private answer(reply: Reply | StoredRefusal, { viewer }: RequestContext, done: (reply: Reply) => unknown) {
    return isRefusal(reply) ? toRefusal(reply, viewer.language) : done(reply);
  }
}
