import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../log/log.js';

/** A running server: ours, or one that a killed parent left behind. */
export interface RunningServer {
  /** Settles when the server has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/**
 * Watches over a server: one that ends without having been stopped (killed, out of memory) is started again, for as long as
 * it takes. Its last children may still hold the data folder for a moment, so the first tries may fail.
 */
export function keepRunning(first: RunningServer, again: () => Promise<RunningServer>): () => Promise<void> {
  let current: RunningServer | null = first;
  let isStopping = false;
  const stopped = new AbortController();

  const revive = async () => {
    for (let wait = FIRST_WAIT_MS; !isStopping; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
      try {
        return await again();
      } catch (error) {
        log.error('PostgreSQL does not start again yet', error);
        await sleep(wait, undefined, { signal: stopped.signal }).catch(() => undefined);
      }
    }
    return null;
  };
  const watch = async () => {
    while (current) {
      await current.ended;
      if (isStopping) return;
      log.warn('PostgreSQL ended by itself: it is started again');
      current = await revive();
    }
  };
  const watching = watch();

  return async () => {
    isStopping = true;
    stopped.abort();
    await current?.stop();
    await watching;
    await current?.stop(); // one that was just coming up
  };
}
