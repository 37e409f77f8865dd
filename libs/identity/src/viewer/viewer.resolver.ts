import { Inject } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { Access, type RequestContext } from '@stx/platform';
import { Viewers } from './viewers.service.js';

@Resolver('Viewer')
export class ViewerResolver {
  constructor(@Inject(Viewers) private readonly viewers: Viewers) {}

  @Query('viewer')
  @Access('public')
  viewer(@Context() { viewer }: RequestContext) {
    return this.viewers.describe(viewer);
  }
}
