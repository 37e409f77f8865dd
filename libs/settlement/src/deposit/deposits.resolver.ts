import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, isRefusal, toRefusal, type RequestContext, type PageRequest } from '@stx/platform';
import { ConfirmDeposit, type ConfirmDepositInput } from './confirm-deposit.js';
import { toDeposit } from './deposit.view.js';
import { Deposits } from './deposits.service.js';

@Resolver('Deposit')
export class DepositsResolver {
  constructor(
    @Inject(Deposits) private readonly deposits: Deposits,
    @Inject(ConfirmDeposit) private readonly confirmDepositUseCase: ConfirmDeposit,
  ) {}

  @Query('myDeposits')
  @Access('signed-in')
  async myDeposits(@Args() query: PageRequest, @Context() { viewer }: RequestContext) {
    const page = await this.deposits.mine(viewer, query);
    return { ...page, nodes: page.nodes.map(toDeposit) };
  }

  @Query('depositQueue')
  @Access({ roles: ['OPERATOR'] })
  async depositQueue(@Args() query: PageRequest, @Context() { viewer }: RequestContext) {
    const page = await this.deposits.waiting(viewer, query);
    return { ...page, nodes: page.nodes.map(toDeposit) };
  }

  @Mutation('confirmDeposit')
  @Access({ roles: ['OPERATOR'] })
  async confirmDeposit(@Args('input') input: ConfirmDepositInput, @Context() { viewer }: RequestContext) {
    const reply = await this.confirmDepositUseCase.run(viewer, input);
    if (isRefusal(reply)) return toRefusal(reply, viewer.language);
    return toDeposit(await this.deposits.confirmed(viewer, reply['id'] as string));
  }
}
