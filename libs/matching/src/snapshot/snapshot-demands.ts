import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { DemandPosted } from '@stx/contracts';
import { DomainDatabase, Jobs, subscribe, type StoredFact, type Subscription } from '@stx/platform';
import { In } from 'typeorm';
import { DemandSnapshot } from './demand-snapshot.entity.js';

/** Keeps the demands that are looked for. */
@Injectable()
export class SnapshotDemands implements OnApplicationBootstrap {
  readonly subscription: Subscription = {
    name: 'matching.snapshot-demand',
    source: 'demands',
    types: ['DemandPosted', 'DemandClosed'],
    handle: (facts) => this.apply(facts),
  };

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return subscribe(this.db, this.jobs, this.subscription);
  }

  private async apply(facts: StoredFact[]): Promise<void> {
    const demands = this.db.repository(DemandSnapshot);
    const posted = new Map(
      facts.filter(({ type }) => type === 'DemandPosted').map((fact) => [fact.subjectId, toSnapshot(fact)]),
    );
    const closed = facts.filter(({ type }) => type === 'DemandClosed').map(({ subjectId }) => subjectId);
    if (posted.size > 0) await demands.upsert([...posted.values()], ['id']);
    if (closed.length > 0) await demands.update({ id: In(closed) }, { isOpen: false });
  }
}

function toSnapshot({ subjectId, data }: StoredFact): DemandSnapshot {
  const posted = data as DemandPosted;
  return {
    id: subjectId,
    titleZh: posted.titleZh,
    titleEn: posted.titleEn,
    problemZh: posted.problemZh,
    problemEn: posted.problemEn,
    targetZh: posted.targetZh,
    targetEn: posted.targetEn,
    fieldCode: posted.fieldCode,
    regionCode: posted.regionCode,
    budgetAmount: posted.budgetAmount,
    cooperationMode: posted.cooperationMode,
    isOpen: true,
  };
}
