import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Refused, toRefusal, type RequestContext } from '@stx/platform';
import { MailSettings, type MailSettingsInput } from './mail-settings.js';

@Resolver('NotificationSettings')
export class SettingsResolver {
  constructor(@Inject(MailSettings) private readonly settings: MailSettings) {}

  @Query('notificationSettings')
  @Access('signed-in')
  notificationSettings(@Context() { viewer }: RequestContext) {
    return this.settings.mine(viewer);
  }

  @Mutation('setNotificationSettings')
  @Access('signed-in')
  setNotificationSettings(@Args('input') input: MailSettingsInput, @Context() context: RequestContext) {
    return this.answer(this.settings.set(context.viewer, input), context);
  }

  @Mutation('turnOffMail')
  @Access('signed-in')
  turnOffMail(@Args('kind') kind: string, @Context() context: RequestContext) {
    return this.answer(this.settings.turnOff(context.viewer, kind), context);
  }

  private async answer(change: Promise<void>, { viewer }: RequestContext) {
    try {
      await change;
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'SIGN_IN_REQUIRED') throw error;
      return toRefusal({ refused: error.code, ...error.details }, viewer.language);
    }
    return this.settings.mine(viewer);
  }
}
