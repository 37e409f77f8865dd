import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { Access } from '@stx/platform';
import { Statistics } from './statistics.service.js';

@Resolver('Statistics')
export class StatisticsResolver {
  constructor(@Inject(Statistics) private readonly figures: Statistics) {}

  @Query('statistics')
  @Access('public')
  statistics() {
    return this.figures.current();
  }
}
