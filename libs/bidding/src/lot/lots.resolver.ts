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
import { LotEvents } from './lot-events.js';
import { LotViews } from './lot-views.js';
import { Lots, type LotQuery } from './lots.service.js';
import { OfferLot, type OfferLotInput } from './offer-lot.js';
import { ScheduleLot, type ScheduleLotInput } from './schedule-lot.js';

@Resolver('Lot')
export class LotsResolver {
  constructor(
    @Inject(Lots) private readonly lots: Lots,
    @Inject(LotViews) private readonly views: LotViews,
    @Inject(LotEvents) private readonly events: LotEvents,
    @Inject(OfferLot) private readonly offer: OfferLot,
    @Inject(ScheduleLot) private readonly schedule: ScheduleLot,
  ) {}

  @Query('lot')
  @Access('public')
  async lot(@Args('ref') ref: string, @Context() { viewer }: RequestContext) {
    return this.views.one(viewer, await this.lots.byRef(viewer, ref));
  }

  @Query('lots')
  @Access('public')
  async list(@Args() query: LotQuery, @Context() { viewer }: RequestContext) {
    return this.views.page(viewer, await this.lots.list(viewer, query));
  }

  @Query('myBids')
  @Access('signed-in')
  async myBids(@Args() query: LotQuery, @Context() { viewer }: RequestContext) {
    return this.views.page(viewer, await this.lots.registeredFor(viewer, query));
  }

  @Query('lotQueue')
  @Access({ roles: ['BROKER'] })
  async lotQueue(@Args() query: LotQuery, @Context() { viewer }: RequestContext) {
    return this.views.page(viewer, await this.lots.waiting(viewer, query));
  }

  @Query('lotEvents')
  @Access('public')
  lotEvents(@Args() { lotId, after, first }: { lotId: string; after: number; first: number }) {
    return this.events.page(lotId, after, first);
  }

  @Query('serverTime')
  @Access('public')
  serverTime() {
    return new Date().toISOString();
  }

  @Mutation('offerLot')
  @Access({ roles: ['OFFICER'] })
  async offerLot(@Args('input') input: OfferLotInput, @Context() context: RequestContext) {
    return this.answer(await this.offer.run(context.viewer, input), context);
  }

  @Mutation('scheduleLot')
  @Access({ roles: ['BROKER'] })
  async scheduleLot(@Args('input') input: ScheduleLotInput, @Context() context: RequestContext) {
    return this.answer(await this.schedule.run(context.viewer, input), context);
  }

  @ResolveReference()
  @Access('public')
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    const { viewer } = context;
    const load = async (ids: readonly string[]) => this.views.of(viewer, await this.lots.byIds(viewer, ids));
    return loaderFor(context, 'lot', load).load(id);
  }

  private async answer(reply: Reply | StoredRefusal, { viewer }: RequestContext) {
    if (isRefusal(reply)) return toRefusal(reply, viewer.language);
    const [lot] = await this.lots.byIds(viewer, [reply['id'] as string]);
    return this.views.one(viewer, lot);
  }
}
