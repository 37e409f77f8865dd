import { randomInt } from 'node:crypto';
import pg from 'pg';
import { log } from '../log/log.js';

/** First half of the advisory locks that say "this process works on jobs". */
const LOCK_CLASS = 5301;
/** Keeps the lock's connection under watch: a cut network is noticed, and a dead process's claims are freed. */
const LOOK_EVERY_MS = 15_000;

/**
 * Says whose jobs are whose. The queue gives up on a killed worker after four hours only; here each process holds an
 * advisory lock for as long as its connection lives, and jobs claimed by a process without one are free at once.
 */
export class WorkerClaims {
  private readonly holder = randomInt(1, 2 ** 31 - 1);
  private client: pg.Client | undefined;
  private say!: () => void;
  /** Settles when the connection, and with it the lock, is gone. */
  readonly lost = new Promise<void>((done) => (this.say = done));
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly databaseUrl: string) {}

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    client.on('error', (error) => {
      log.error('job connection lost', error);
      this.say();
    });
    await client.connect();
    this.client = client;
    await client.query('SELECT pg_advisory_lock($1, $2)', [LOCK_CLASS, this.holder]);
    await this.freeDead();
    this.timer = setInterval(() => {
      this.freeDead().catch((error: unknown) => log.error('job connection lost', error));
    }, LOOK_EVERY_MS).unref();
  }

  /** A worker pool of this process, by the name that the queue writes beside its jobs. */
  async claim(poolId: string): Promise<void> {
    await this.client!.query('INSERT INTO platform.job_claim VALUES ($1, $2)', [poolId, this.holder]);
  }

  /** Gives up what this process claimed, with its lock. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.client?.end().catch((error: unknown) => log.error('job connection lost', error));
    this.client = undefined;
  }

  private async freeDead(): Promise<void> {
    await this.client?.query(
      `WITH dead AS (
         DELETE FROM platform.job_claim c WHERE NOT EXISTS (
           SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
            WHERE l.locktype = 'advisory' AND l.classid = $1 AND l.objid = c.holder AND l.granted)
         RETURNING pool_id)
       SELECT graphile_worker.force_unlock_workers(array_agg(pool_id)) FROM dead HAVING count(*) > 0`,
      [LOCK_CLASS],
    );
  }
}
