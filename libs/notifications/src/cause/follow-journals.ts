import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FactParked } from '@stx/contracts';
import { DomainDatabase, Jobs, subscribe, type StoredFact, type Subscription } from '@stx/platform';
import { Tell } from '../notification/tell.js';
import type { Told } from '../notification/told.js';
import { Causes } from './causes.js';
import { operators, type Cause, type Effect } from './cause.js';

const parked: Effect = ({ subjectId, data }): Told[] => [
  {
    kind: 'FACT_PARKED',
    audience: operators,
    about: { key: subjectId, ref: null },
    path: '/o',
    data: { name: (data as FactParked).subscription, count: (data as FactParked).position },
  },
];

/** One subscription a journal. Any subscriber of any domain may have to park a fact, so each journal is followed. */
@Injectable()
export class FollowJournals implements OnApplicationBootstrap {
  readonly subscriptions: readonly Subscription[];

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Tell) private readonly tell: Tell,
    @Inject(Causes) causes: Causes,
  ) {
    this.subscriptions = causes.all.map((cause) => this.subscriptionTo(cause));
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const subscription of this.subscriptions) await subscribe(this.db, this.jobs, subscription);
  }

  private subscriptionTo(cause: Cause): Subscription {
    const effects: Record<string, Effect> = { ...cause.effects, FactParked: parked };
    return {
      name: `notifications.follow-${cause.source.replaceAll('_', '-')}`,
      source: cause.source,
      types: Object.keys(effects),
      handle: async (facts: StoredFact[]) => {
        for (const fact of facts) await this.tell.run(fact, await effects[fact.type]!(fact));
      },
    };
  }
}
