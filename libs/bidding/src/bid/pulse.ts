import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, log, newId } from '@stx/platform';
import type { QueryRunner } from 'typeorm';

/** The exchange was down during [from, to), milliseconds since the epoch. */
export interface Outage {
  from: number;
  to: number;
}

const BEAT_MS = 1_000;
/** Longer silence of every process than this is an outage, whatever its cause: database gone, machine asleep. */
const SILENCE_MS = 3_000;
const ALIVE = `hashtext('stx.bidding.alive')`;

/**
 * Knows whether the exchange was down (R26). Every process writes a heartbeat each second on a connection that also
 * holds a shared lock; a process that finds nobody holding it knows that all were down since the last heartbeat.
 */
@Injectable()
export class Pulse {
  private readonly processId = newId();
  private readonly outside = AsyncLocalStorage.snapshot();
  private connection: QueryRunner | null = null;
  private timer: NodeJS.Timeout | undefined;
  private lastBeat = 0;
  private beating: Promise<void> | null = null;
  private newest: Outage | null = null;
  private isStopped = false;

  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Starts beating; when it returns, an outage before this start is known. */
  async start(): Promise<void> {
    await this.fresh();
    this.timer = setInterval(() => void this.beat().catch(() => undefined), BEAT_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.beating?.catch(() => undefined);
    await this.drop();
  }

  /** To be awaited before anything is decided: nobody may decide over a silence that was not looked at. */
  async fresh(): Promise<void> {
    if (Date.now() - this.lastBeat > SILENCE_MS) await this.beat();
  }

  /** The part of the newest outage that a lot has not yet been told of, whose last command was at `lastAt`. */
  outageSince(lastAt: number): Outage | null {
    const outage = this.newest;
    if (!outage || lastAt >= outage.to) return null;
    return { from: Math.max(outage.from, lastAt), to: outage.to };
  }

  /** When the newest outage ended; 0 when none is known. */
  newestEnd(): number {
    return this.newest?.to ?? 0;
  }

  private beat(): Promise<void> {
    this.beating ??= this.outside(() => this.beatOnce()).finally(() => (this.beating = null));
    return this.beating;
  }

  private async beatOnce(): Promise<void> {
    if (this.isStopped) return;
    try {
      const now = Date.now();
      if (this.connection) await this.look(this.connection, now, SILENCE_MS);
      else await this.connect(now);
      this.lastBeat = now;
    } catch (error) {
      log.error('heartbeat failed', error, { domain: 'bidding' });
      await this.drop();
      throw error;
    }
  }

  /** Joins the living. Alone, the time since the last heartbeat of anybody was an outage, however short. */
  private async connect(now: number): Promise<void> {
    const connection = this.db.dataSource.createQueryRunner();
    this.connection = connection;
    const [alone] = await connection.query(`SELECT pg_try_advisory_lock(${ALIVE}) AS yes`);
    if (!alone.yes) await connection.query(`SELECT pg_advisory_lock_shared(${ALIVE})`);
    await this.look(connection, now, alone.yes ? 0 : SILENCE_MS);
    if (alone.yes)
      await connection.query(`SELECT pg_advisory_lock_shared(${ALIVE}), pg_advisory_unlock(${ALIVE})`);
  }

  /** Records a silence longer than `allowed`, then this process's own heartbeat; learns of the newest outage. */
  private async look(connection: QueryRunner, now: number, allowed: number): Promise<void> {
    await connection.query(
      `INSERT INTO outage SELECT max(at), $1 FROM heartbeat HAVING max(at) < $1::bigint - $2::bigint
       ON CONFLICT DO NOTHING`,
      [now, allowed],
    );
    await connection.query(
      'INSERT INTO heartbeat VALUES ($1, $2) ON CONFLICT (process_id) DO UPDATE SET at = $2',
      [this.processId, now],
    );
    const [newest] = await connection.query('SELECT from_at, to_at FROM outage ORDER BY to_at DESC LIMIT 1');
    this.newest = newest ? { from: Number(newest.from_at), to: Number(newest.to_at) } : null;
  }

  private async drop(): Promise<void> {
    const connection = this.connection;
    this.connection = null;
    // the lock belongs to the session: give it back before the pool hands the connection to somebody else
    await connection?.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await connection?.release().catch(() => undefined);
  }
}
