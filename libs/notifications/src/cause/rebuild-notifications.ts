import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainDatabase, Projections, tableProjection } from '@stx/platform';
import { FollowJournals } from './follow-journals.js';

/** Builds every inbox anew from the journals. What was read stays read, and what was mailed is not mailed again. */
@Injectable()
export class RebuildNotifications implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(FollowJournals) private readonly follow: FollowJournals,
    @Inject(Projections) private readonly projections: Projections,
  ) {}

  onModuleInit(): void {
    this.projections.add(this.projection());
  }

  async run(): Promise<void> {
    await this.projection().rebuild();
  }

  private projection() {
    return tableProjection(
      this.db,
      'notifications.inboxes',
      ['notification', 'membership'],
      this.follow.subscriptions,
    );
  }
}
