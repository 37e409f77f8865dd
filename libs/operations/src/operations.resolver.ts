import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, isRefusal, toRefusal, type PageRequest, type RequestContext } from '@stx/platform';
import { DeadLetters } from './dead-letter/dead-letters.service.js';
import { ReplayDeadLetter, type ReplayDeadLetterInput } from './dead-letter/replay-dead-letter.js';
import { toDeadLetter, toJobCount } from './operations.view.js';
import { Subscribers } from './subscriber/subscribers.service.js';

@Resolver()
export class OperationsResolver {
  constructor(
    @Inject(Subscribers) private readonly subscriberStandings: Subscribers,
    @Inject(DeadLetters) private readonly letters: DeadLetters,
    @Inject(ReplayDeadLetter) private readonly replay: ReplayDeadLetter,
  ) {}

  @Query('subscribers')
  @Access({ roles: ['OPERATOR'] })
  subscribers(@Context() { viewer }: RequestContext) {
    return this.subscriberStandings.all(viewer);
  }

  @Query('deadLetters')
  @Access({ roles: ['OPERATOR'] })
  async deadLetters(@Args() query: PageRequest, @Context() { viewer }: RequestContext) {
    const page = await this.letters.page(viewer, query);
    return { ...page, nodes: page.nodes.map(toDeadLetter) };
  }

  @Query('jobCounts')
  @Access({ roles: ['OPERATOR'] })
  async jobCounts(@Context() { viewer }: RequestContext) {
    return (await this.subscriberStandings.jobs(viewer)).map(toJobCount);
  }

  @Mutation('replayDeadLetter')
  @Access({ roles: ['OPERATOR'] })
  async replayDeadLetter(@Args('input') input: ReplayDeadLetterInput, @Context() { viewer }: RequestContext) {
    const reply = await this.replay.run(viewer, input);
    if (isRefusal(reply)) return toRefusal(reply, viewer.language);
    return { __typename: 'ReplayAsked', ...reply };
  }
}
