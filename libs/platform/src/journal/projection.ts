import { Injectable } from '@nestjs/common';
import type { DomainDatabase } from '../database/domain-database.js';
import { catchUp, rewind, type Subscription } from './subscription.js';

/** What a projection holds: two with the same digest hold the same. */
export interface ProjectionDigest {
  rows: number;
  hash: string;
}

/** Something made from journals alone, which can be thrown away and made again. */
export interface Projection {
  /** Domain and thing: `exchange-index.trade-log`. */
  name: string;
  /** Makes it anew; readers see the old one until the new one is whole. `onProgress` hears how many facts or rows are done. */
  rebuild(onProgress?: (done: number) => void): Promise<void>;
  digest(): Promise<ProjectionDigest>;
}

/** The projections whose code is in this process. */
@Injectable()
export class Projections {
  private readonly byName = new Map<string, Projection>();

  add(projection: Projection): void {
    if (this.byName.has(projection.name)) throw new Error(`two projections ${projection.name}`);
    this.byName.set(projection.name, projection);
  }

  all(): Projection[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/**
 * Tables of a domain that its subscriptions write and nothing else. Rewinding first takes the places of the running
 * subscribers, which wait until the new rows are committed. A fact that was set aside and is handled now is settled.
 */
export function tableProjection(
  db: DomainDatabase,
  name: string,
  tables: string[],
  subscriptions: readonly Subscription[],
): Projection {
  return {
    name,
    rebuild: (onProgress) => {
      let done = 0;
      const heard = (subscription: Subscription): Subscription => ({
        ...subscription,
        handle: async (facts) => {
          await subscription.handle(facts);
          onProgress?.((done += facts.length));
        },
      });
      return db.change(async () => {
        done = 0;
        for (const subscription of subscriptions) await rewind(db, subscription.name);
        for (const table of tables) await db.query(`DELETE FROM ${table}`);
        for (const subscription of subscriptions) await catchUp(db, heard(subscription));
        await db.query(
          'UPDATE dead_letter SET replayed_at = now() WHERE subscription = ANY($1) AND replayed_at IS NULL',
          [subscriptions.map((subscription) => subscription.name)],
        );
      });
    },
    digest: async () => {
      const all = tables.map((table) => `SELECT '${table}' AS "of", t::text AS line FROM ${table} t`);
      const [row] = await db.query<ProjectionDigest>(
        `SELECT count(*)::int AS rows, md5(coalesce(string_agg("of" || line, E'\\n' ORDER BY "of", line), '')) AS hash
           FROM (${all.join(' UNION ALL ')}) lines`,
      );
      return row!;
    },
  };
}
