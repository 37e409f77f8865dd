import { Module } from '@nestjs/common';
import { DomainDatabaseModule, subgraphModule } from '@stx/platform';
import { AchievementsCause } from './cause/achievements-cause.js';
import { BiddingCause } from './cause/bidding-cause.js';
import { Causes } from './cause/causes.js';
import { FollowJournals } from './cause/follow-journals.js';
import { IdentityCause } from './cause/identity-cause.js';
import { LotHistory } from './cause/lot-history.js';
import { MatchingCause } from './cause/matching-cause.js';
import { OwnCause } from './cause/own-cause.js';
import { RebuildNotifications } from './cause/rebuild-notifications.js';
import { SettlementCause } from './cause/settlement-cause.js';
import { WriteLetters } from './letter/write-letters.js';
import { MarkRead } from './notification/mark-read.js';
import { NotificationsResolver } from './notification/notifications.resolver.js';
import { Notifications } from './notification/notifications.service.js';
import { Tell } from './notification/tell.js';
import { Memberships } from './people/memberships.js';
import { RemindOfOpening } from './reminder/remind-of-opening.js';
import { MailSettings } from './settings/mail-settings.js';
import { SettingsResolver } from './settings/settings.resolver.js';
import { WatchJournals } from './watch/watch-journals.js';

const causes = [IdentityCause, AchievementsCause, MatchingCause, BiddingCause, SettlementCause, OwnCause];
const following = [Causes, FollowJournals, LotHistory, Memberships, Tell, RebuildNotifications];
const reading = [Notifications, MarkRead, NotificationsResolver, MailSettings, SettingsResolver];
const clockwork = [WriteLetters, RemindOfOpening, WatchJournals];

@Module({
  imports: [
    DomainDatabaseModule.for('notifications', []),
    subgraphModule(
      'notifications',
      () => NotificationsModule,
      new URL('./notifications.graphql', import.meta.url),
    ),
  ],
  providers: [...causes, ...following, ...reading, ...clockwork],
  exports: [RebuildNotifications],
})
export class NotificationsModule {}
