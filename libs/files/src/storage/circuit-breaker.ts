import { StorageDown } from './storage.js';

/** After a failure nobody waits for the same time limit again; one call in this time finds out whether it is over. */
const REST_MS = 5_000;

/** Keeps people from waiting, one after another, for a store that was just found dead. */
export class CircuitBreaker {
  private restsUntil = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @throws StorageDown at once while the store rests; otherwise what `work` throws */
  async run<T>(place: string, work: () => Promise<T>): Promise<T> {
    if (this.now() < this.restsUntil) throw new StorageDown(`${place}: found dead a moment ago`);
    const wasDead = this.restsUntil > 0;
    if (wasDead) this.restsUntil = this.now() + REST_MS; // one asks, the others go on being told
    try {
      const result = await work();
      this.restsUntil = 0;
      return result;
    } catch (error) {
      this.restsUntil = this.now() + REST_MS;
      throw error;
    }
  }
}
