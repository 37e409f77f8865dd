/** Runs a task at once when it last ran long enough ago, else once at the end of the interval. */
export class Coalescer {
  private timer: NodeJS.Timeout | undefined;
  private lastAt = -Infinity;

  constructor(
    private readonly intervalMs: number,
    private readonly task: () => void,
  ) {}

  poke(): void {
    if (this.timer) return;
    const wait = this.lastAt + this.intervalMs - performance.now();
    if (wait <= 0) return this.run();
    this.timer = setTimeout(() => this.run(), wait);
    this.timer.unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private run(): void {
    this.timer = undefined;
    this.lastAt = performance.now();
    this.task();
  }
}
