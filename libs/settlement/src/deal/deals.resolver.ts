import { Inject } from '@nestjs/common';
import {
  Args,
  Context,
  Mutation,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import {
  Access,
  isRefusal,
  loaderFor,
  toMoney,
  toRefusal,
  type RequestContext,
  type PageRequest,
} from '@stx/platform';
import { Ledger } from '../ledger/ledger.js';
import { ConfirmPayment, type ConfirmPaymentInput } from './confirm-payment.js';
import { toDeal, type DealView } from './deal.view.js';
import { Deals } from './deals.service.js';

@Resolver('Deal')
export class DealsResolver {
  constructor(
    @Inject(Deals) private readonly dealService: Deals,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(ConfirmPayment) private readonly confirmPaymentUseCase: ConfirmPayment,
  ) {}

  @Query('deal')
  @Access('public')
  async deal(@Args('ref') ref: string, @Context() { viewer }: RequestContext) {
    const deal = await this.dealService.byRef(ref);
    return deal && toDeal(deal, viewer);
  }

  @Query('deals')
  @Access('public')
  async deals(@Args() query: PageRequest, @Context() { viewer }: RequestContext) {
    const page = await this.dealService.all(query);
    return { ...page, nodes: page.nodes.map((deal) => toDeal(deal, viewer)) };
  }

  @Query('myDeals')
  @Access('signed-in')
  async myDeals(@Args() query: PageRequest, @Context() { viewer }: RequestContext) {
    const page = await this.dealService.mine(viewer, query);
    return { ...page, nodes: page.nodes.map((deal) => toDeal(deal, viewer)) };
  }

  @Mutation('confirmPayment')
  @Access({ roles: ['OPERATOR'] })
  async confirmPayment(@Args('input') input: ConfirmPaymentInput, @Context() { viewer }: RequestContext) {
    const reply = await this.confirmPaymentUseCase.run(viewer, input);
    if (isRefusal(reply)) return toRefusal(reply, viewer.language);
    const [deal] = await this.dealService.byIds([reply['id'] as string]);
    return toDeal(deal!, viewer);
  }

  @ResolveField('dueAmount')
  async dueAmount(@Parent() deal: DealView, @Context() context: RequestContext) {
    if (!deal.isOpenToViewer) return null;
    const due = await loaderFor(context, 'due', (ids) => this.ledger.due(ids)).load(deal.id);
    return toMoney(due!.amount, deal.price.currency);
  }

  @ResolveField('journals')
  async journals(@Parent() deal: DealView, @Context() context: RequestContext) {
    if (!deal.isOpenToViewer) return [];
    const found = await loaderFor(context, 'journals', (ids) => this.ledger.journals(ids)).load(deal.id);
    return found!.journals;
  }

  @ResolveReference()
  @Access('public')
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    const deal = await loaderFor(context, 'deal', (ids) => this.dealService.byIds(ids)).load(id);
    return deal && toDeal(deal, context.viewer);
  }
}
