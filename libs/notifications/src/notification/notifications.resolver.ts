import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type RequestContext } from '@stx/platform';
import { MarkRead } from './mark-read.js';
import { Notifications, type NotificationQuery } from './notifications.service.js';
import { toNotification } from './notification.view.js';

@Resolver('Notification')
export class NotificationsResolver {
  constructor(
    @Inject(Notifications) private readonly inbox: Notifications,
    @Inject(MarkRead) private readonly markReadUseCase: MarkRead,
  ) {}

  @Query('notifications')
  @Access('signed-in')
  async notifications(@Args() query: NotificationQuery, @Context() { viewer }: RequestContext) {
    const page = await this.inbox.mine(viewer, query);
    return { ...page, nodes: page.nodes.map(toNotification) };
  }

  @Query('unreadNotifications')
  @Access('signed-in')
  unreadNotifications(@Context() { viewer }: RequestContext) {
    return this.inbox.unread(viewer);
  }

  @Mutation('markRead')
  @Access('signed-in')
  markRead(@Args('ids') ids: string[], @Context() { viewer }: RequestContext) {
    return this.markReadUseCase.run(viewer, ids);
  }

  @Mutation('markAllRead')
  @Access('signed-in')
  markAllRead(@Context() { viewer }: RequestContext) {
    return this.markReadUseCase.all(viewer);
  }
}
