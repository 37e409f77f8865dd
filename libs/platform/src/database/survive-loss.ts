import type { Pool } from 'pg';
import { log } from '../log/log.js';

/**
 * A connection that the database ends says so as an event, and an event without a listener ends the process. Whoever was
 * using it is refused by its own query; the next query opens a new one.
 */
export function surviveLoss(pool: Pick<Pool, 'on' | 'ending'>, domain: string): void {
  const lost = (error: Error) => {
    if (!pool.ending) log.error('database connection lost', error, { domain }); // when stopping, it is meant to go
  };
  pool.on('error', lost);
  pool.on('connect', (client) => void client.on('error', lost));
}
