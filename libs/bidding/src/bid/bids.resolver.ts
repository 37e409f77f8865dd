import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Access, isRefusal, toRefusal, type RequestContext, type Viewer } from '@stx/platform';
import { LotViews } from '../lot/lot-views.js';
import { Lots } from '../lot/lots.service.js';
import { RunLot, type LotAct, type LotActionInput } from '../lot/run-lot.js';
import { RegisterToBid, type RegisterToBidInput } from '../registration/register-to-bid.js';
import { refusalOf } from './desk-refusal.js';
import { PlaceBid, type PlaceBidInput } from './place-bid.js';

@Resolver()
export class BidsResolver {
  constructor(
    @Inject(Lots) private readonly lots: Lots,
    @Inject(LotViews) private readonly views: LotViews,
    @Inject(PlaceBid) private readonly bid: PlaceBid,
    @Inject(RunLot) private readonly act: RunLot,
    @Inject(RegisterToBid) private readonly register: RegisterToBid,
  ) {}

  @Mutation('registerToBid')
  @Access({ roles: ['BUYER'] })
  async registerToBid(@Args('input') input: RegisterToBidInput, @Context() { viewer }: RequestContext) {
    const reply = await this.register.run(viewer, input);
    if (isRefusal(reply)) return toRefusal(reply, viewer.language);
    return (await this.lotSeen(viewer, input.lotId))!.myRegistration;
  }

  @Mutation('placeBid')
  @Access({ roles: ['BUYER'] })
  async placeBid(@Args('input') input: PlaceBidInput, @Context() { viewer }: RequestContext) {
    const reply = await this.bid.run(viewer, input);
    const lot = await this.lotSeen(viewer, input.lotId);
    if (!reply.accepted) return toRefusal(refusalOf(reply, lot!.currency), viewer.language);
    const { seq, hash, receivedAt } = reply;
    return { __typename: 'BidAccepted', seq, hash, receivedAt: new Date(receivedAt).toISOString(), lot };
  }

  @Mutation('pauseLot')
  @Access({ roles: ['BROKER'] })
  pauseLot(@Args('input') input: LotActionInput, @Context() { viewer }: RequestContext) {
    return this.run(viewer, 'pause', input);
  }

  @Mutation('resumeLot')
  @Access({ roles: ['BROKER'] })
  resumeLot(@Args('input') input: LotActionInput, @Context() { viewer }: RequestContext) {
    return this.run(viewer, 'resume', input);
  }

  @Mutation('hammerLot')
  @Access({ roles: ['BROKER'] })
  hammerLot(@Args('input') input: LotActionInput, @Context() { viewer }: RequestContext) {
    return this.run(viewer, 'hammer', input);
  }

  @Mutation('withdrawLot')
  @Access({ roles: ['BROKER'] })
  withdrawLot(@Args('input') input: LotActionInput, @Context() { viewer }: RequestContext) {
    return this.run(viewer, 'withdraw', input);
  }

  private async run(viewer: Viewer, act: LotAct, input: LotActionInput) {
    const reply = await this.act.run(viewer, act, input);
    const lot = await this.lotSeen(viewer, input.lotId);
    return reply.accepted ? lot : toRefusal(refusalOf(reply, lot!.currency), viewer.language);
  }

  private async lotSeen(viewer: Viewer, lotId: string) {
    const [lot] = await this.lots.byIds(viewer, [lotId]);
    return this.views.one(viewer, lot);
  }
}
