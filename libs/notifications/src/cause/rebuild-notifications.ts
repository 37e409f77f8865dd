import { Inject, Injectable } from '@nestjs/common';
import { catchUp, DomainDatabase, rewind } from '@stx/platform';
import { FollowJournals } from './follow-journals.js';

/** Builds every inbox anew from the journals. What was read stays read, and what was mailed is not mailed again. */
@Injectable()
export class RebuildNotifications {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(FollowJournals) private readonly follow: FollowJournals,
  ) {}

  async run(): Promise<void> {
    const { subscriptions } = this.follow;
    await this.db.change(async () => {
      for (const { name } of subscriptions) await rewind(this.db, name);
      await this.db.query('DELETE FROM notification');
      await this.db.query('DELETE FROM membership');
      for (const subscription of subscriptions) await catchUp(this.db, subscription);
    });
  }
}
