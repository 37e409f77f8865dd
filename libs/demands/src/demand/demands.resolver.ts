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
import { CloseDemand } from './close-demand.js';
import { toDemand } from './demand.view.js';
import { Demands, type DemandQuery } from './demands.service.js';
import { PostDemand, type PostDemandInput } from './post-demand.js';

@Resolver('Demand')
export class DemandsResolver {
  constructor(
    @Inject(Demands) private readonly demands: Demands,
    @Inject(PostDemand) private readonly postDemandUseCase: PostDemand,
    @Inject(CloseDemand) private readonly closeDemandUseCase: CloseDemand,
  ) {}

  @Query('demand')
  @Access('public')
  async demand(@Args('ref') ref: string, @Context() { viewer }: RequestContext) {
    const demand = await this.demands.byRef(ref);
    return demand && toDemand(demand, viewer);
  }

  @Query('demands')
  @Access('public')
  async published(@Args() query: DemandQuery, @Context() { viewer }: RequestContext) {
    const page = await this.demands.published(query);
    return { ...page, nodes: page.nodes.map((demand) => toDemand(demand, viewer)) };
  }

  @Query('myDemands')
  @Access('signed-in')
  async myDemands(@Args() query: DemandQuery, @Context() { viewer }: RequestContext) {
    const page = await this.demands.mine(viewer, query);
    return { ...page, nodes: page.nodes.map((demand) => toDemand(demand, viewer)) };
  }

  @Mutation('postDemand')
  @Access({ roles: ['BUYER', 'OFFICER', 'BROKER'] })
  async postDemand(@Args('input') input: PostDemandInput, @Context() context: RequestContext) {
    return this.answer(await this.postDemandUseCase.run(context.viewer, input), context);
  }

  @Mutation('closeDemand')
  @Access('signed-in')
  async closeDemand(
    @Args('input') input: Parameters<CloseDemand['run']>[1],
    @Context() context: RequestContext,
  ) {
    return this.answer(await this.closeDemandUseCase.run(context.viewer, input), context);
  }

  @ResolveReference()
  @Access('public')
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    const demand = await loaderFor(context, 'demand', (ids) => this.demands.byIds(ids)).load(id);
    return demand && toDemand(demand, context.viewer);
  }

  private async answer(reply: Reply | StoredRefusal, { viewer }: RequestContext) {
    if (isRefusal(reply)) return toRefusal(reply, viewer.language);
    const [demand] = await this.demands.byIds([reply['id'] as string]);
    return toDemand(demand!, viewer);
  }
}
