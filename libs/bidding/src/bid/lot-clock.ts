import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DomainDatabase, log, PLATFORM_OPTIONS, type PlatformOptions } from '@stx/platform';
import { LotDesk } from './lot-desk.js';
import { Pulse } from './pulse.js';

const SCAN_MS = 5_000;
/** Timers are set for what is due within this time; the next scan finds the rest. */
const HORIZON_MS = 60_000;
const RETRY_MS = 200;

/**
 * Wakes lots when their clock is due. Every process does so for every lot: a tick too many changes nothing (R5), and
 * what a late tick finds carries the time at which it was due (R4). After an outage every open lot is told of it.
 */
@Injectable()
export class LotClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private scanner: NodeJS.Timeout | undefined;
  private scanning: Promise<void> = Promise.resolve();
  private isRunning = false;

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotDesk) private readonly desk: LotDesk,
    @Inject(Pulse) private readonly pulse: Pulse,
    @Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.options.runsJobs) return;
    await this.pulse.start();
    this.isRunning = true;
    this.desk.onChange(({ lotId, board }) => this.wakeAt(lotId, board.dueAt));
    this.scanner = setInterval(() => this.look(), SCAN_MS);
    this.scanner.unref();
    this.look();
    await this.scanning;
  }

  async onModuleDestroy(): Promise<void> {
    this.isRunning = false;
    clearInterval(this.scanner);
    for (const timer of this.timers.values()) clearTimeout(timer);
    await this.scanning;
    await this.desk.idle();
    await this.pulse.stop();
  }

  /** Looks for lots that this process has not heard of yet. */
  look(): void {
    if (!this.isRunning) return;
    this.scanning = this.scanning
      .then(() => this.scan())
      .catch((error: unknown) => log.error('lot clock failed', error));
  }

  private async scan(): Promise<void> {
    if (!this.isRunning) return;
    await this.pulse.fresh();
    const lots = await this.db.query<{ id: string; dueAt: number | null; mustHear: boolean }>(
      `SELECT id, due_at::float8 AS "dueAt", state <> 'SCHEDULED' AND last_at < $2 AS "mustHear"
         FROM lot WHERE state IN ('SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED')
          AND (due_at <= $1 OR (state <> 'SCHEDULED' AND last_at < $2))`,
      [Date.now() + HORIZON_MS, this.pulse.newestEnd()],
    );
    for (const { id, dueAt, mustHear } of lots) this.wakeAt(id, mustHear ? 0 : dueAt);
  }

  private wakeAt(lotId: string, at: number | null): void {
    clearTimeout(this.timers.get(lotId));
    this.timers.delete(lotId);
    if (at === null || !this.isRunning || at > Date.now() + HORIZON_MS) return;
    const timer = setTimeout(() => void this.wake(lotId, at), Math.max(0, at - Date.now()));
    timer.unref();
    this.timers.set(lotId, timer);
  }

  private async wake(lotId: string, at: number): Promise<void> {
    if (Date.now() < at) return this.wakeAt(lotId, at); // timers of the runtime may fire a millisecond early
    this.timers.delete(lotId);
    try {
      await this.desk.tick(lotId);
    } catch (error) {
      log.error('lot clock failed', error, { domain: 'bidding', id: lotId });
      this.wakeAt(lotId, Date.now() + RETRY_MS);
    }
  }
}
