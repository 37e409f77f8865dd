import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, type Viewer } from '@stx/platform';
import { requireOperations } from '../policy.js';
import { Routes } from './routes.js';

export interface SubscriberStanding {
  name: string;
  source: string;
  position: number;
  lag: number;
  failingSeq: number | null;
  tries: number;
  parked: number;
}

export interface JobCount {
  task: string;
  waiting: number;
  failing: number;
  running: number;
  oldestAt: Date | null;
}

/** Where every subscriber of the exchange stands, and what its jobs do. */
@Injectable()
export class Subscribers {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Routes) private readonly routes: Routes,
  ) {}

  /** By name. `lag` counts the facts that the subscriber must still handle, not the ones it does not care for. */
  async all(viewer: Viewer): Promise<SubscriberStanding[]> {
    requireOperations(viewer);
    const standings: SubscriberStanding[] = [];
    for (const { name, schema, source, types } of await this.routes.all()) {
      const [row] = await this.db.query<SubscriberStanding>(
        `SELECT $1 AS name, $2 AS source, position::int AS position, failing_seq::int AS "failingSeq", tries,
                (SELECT count(*)::int FROM ${source}.fact f WHERE f.seq > s.position AND f.type = ANY($3)) AS lag,
                (SELECT count(*)::int FROM ${schema}.dead_letter d
                  WHERE d.subscription = s.name AND d.replayed_at IS NULL) AS parked
           FROM ${schema}.subscription s WHERE s.name = $1`,
        [name, source, types],
      );
      if (row) standings.push(row);
    }
    return standings;
  }

  /** By task; finished jobs leave no trace. */
  async jobs(viewer: Viewer): Promise<JobCount[]> {
    requireOperations(viewer);
    return this.db.query<JobCount>(
      'SELECT task, waiting, failing, running, oldest AS "oldestAt" FROM platform.job_counts()',
    );
  }
}
