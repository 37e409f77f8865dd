import { systemViewer } from '../access/viewer.js';
import type { DomainDatabase } from '../database/domain-database.js';
import type { Jobs } from '../jobs/jobs.js';
import { log } from '../log/log.js';
import type { StoredFact } from './journal.js';

export interface Subscription {
  /** Unique in the exchange and named by cause and effect: `matching.index-demand`. */
  name: string;
  /** Schema whose journal is read. */
  source: string;
  types: readonly string[];
  /** Applies facts in order, in the change that also moves the place; must be harmless when repeated. */
  handle: (facts: StoredFact[]) => Promise<void>;
}

/** Job of the process that hosts the subscriber: it alone has the code that handles the fact. */
export const replayTask = (name: string): string => `replay:${name}`;

const BATCH = 200;
/** A fact that fails this often is parked where operators see it, and the rest goes on. */
const MAX_TRIES = 8;

/** Registers a subscriber: it is woken by new facts and catches up from its own place. */
export async function subscribe(db: DomainDatabase, jobs: Jobs, subscription: Subscription): Promise<void> {
  const { name, source, types } = subscription;
  jobs.handle(`subscription:${name}`, () => catchUp(db, subscription));
  jobs.handle(replayTask(name), ({ seq }) => replayDeadLetter(db, subscription, Number(seq)));
  jobs.hosts(name, { db, subscription });
  await db.query('INSERT INTO subscription (name) VALUES ($1) ON CONFLICT DO NOTHING', [name]);
  await db.query('SELECT platform.route_subscription($1, $2, $3)', [name, source, types]);
}

/** Reads on until nothing new is left. */
export async function catchUp(db: DomainDatabase, subscription: Subscription): Promise<void> {
  let size = BATCH;
  for (;;) {
    try {
      const handled = await step(db, subscription, size);
      if (handled < size) return;
    } catch (error) {
      if (size > 1) {
        size = 1; // find the one that fails; its neighbours must not wait for it
        continue;
      }
      if (!(await park(db, subscription, error))) throw error;
    }
  }
}

async function step(
  db: DomainDatabase,
  { name, source, types, handle }: Subscription,
  size: number,
): Promise<number> {
  return db.change(async () => {
    const [place] = await db.query<{ position: string }>(
      'SELECT position FROM subscription WHERE name = $1 FOR UPDATE',
      [name],
    );
    const facts = await db.facts(source, Number(place!.position), types, size);
    if (facts.length === 0) return 0;
    await handle(facts);
    await db.query('UPDATE subscription SET position = $2, failing_seq = NULL, tries = 0 WHERE name = $1', [
      name,
      facts.at(-1)!.seq,
    ]);
    return facts.length;
  });
}

/** Counts a failure; after the last try the fact is parked and the place moves on. True when parked. */
async function park(
  db: DomainDatabase,
  { name, source, types }: Subscription,
  error: unknown,
): Promise<boolean> {
  return db.change(async () => {
    const [place] = await db.query<{ position: string; tries: number }>(
      'SELECT position, tries FROM subscription WHERE name = $1 FOR UPDATE',
      [name],
    );
    const [fact] = await db.facts(source, Number(place!.position), types, 1);
    if (!fact) return false;
    const tries = place!.tries + 1;
    const isLast = tries >= MAX_TRIES;
    log.error('subscriber failed', error, { subscription: name, position: fact.seq, attempt: tries });
    await db.query(
      'UPDATE subscription SET tries = $2, failing_seq = $3, position = CASE WHEN $4 THEN $3 ELSE position END WHERE name = $1',
      [name, isLast ? 0 : tries, fact.seq, isLast],
    );
    if (isLast) {
      await db.query(
        `INSERT INTO dead_letter (subscription, seq, error_name) VALUES ($1, $2, $3) ON CONFLICT (subscription, seq)
         DO UPDATE SET at = now(), replayed_at = NULL`,
        [name, fact.seq, error instanceof Error ? error.name : 'unknown'],
      );
      const data = { subscription: name, source, position: fact.seq };
      db.record({ type: 'FactParked', subjectId: fact.id, data, by: systemViewer });
    }
    return isLast;
  });
}

/**
 * Handles a parked fact again, alone; harmless when it was replayed meanwhile. A fact that fails again stays parked,
 * with the new time and error. @returns whether it is settled now
 */
export async function replayDeadLetter(
  db: DomainDatabase,
  subscription: Subscription,
  seq: number,
): Promise<boolean> {
  const { name, source, types, handle } = subscription;
  const key = [name, seq];
  try {
    await db.change(async () => {
      const [parked] = await db.query(
        `SELECT 1 FROM dead_letter WHERE subscription = $1 AND seq = $2 AND replayed_at IS NULL FOR UPDATE`,
        key,
      );
      if (!parked) return;
      const [fact] = await db.facts(source, seq - 1, types, 1);
      if (fact?.seq === seq) await handle([fact]); // a type that is no longer subscribed to has nothing to do
      await db.query('UPDATE dead_letter SET replayed_at = now() WHERE subscription = $1 AND seq = $2', key);
    });
    return true;
  } catch (error) {
    log.error('replay failed', error, { subscription: name, position: seq });
    await db.query(
      'UPDATE dead_letter SET at = now(), error_name = $3 WHERE subscription = $1 AND seq = $2',
      [...key, error instanceof Error ? error.name : 'unknown'],
    );
    return false;
  }
}

/** Forgets the projection's place, so that the next run rebuilds it from zero. The caller empties the projection. */
export async function rewind(db: DomainDatabase, name: string): Promise<void> {
  await db.query('UPDATE subscription SET position = 0, failing_seq = NULL, tries = 0 WHERE name = $1', [
    name,
  ]);
}
