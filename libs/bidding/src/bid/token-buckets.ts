interface Bucket {
  tokens: number;
  at: number;
}

/** So many keys are kept at most; a bucket that would be full again is forgotten first. */
const MAX_KEYS = 50_000;

/** A token bucket a key: `burst` at once, `perSecond` on the long run (S14). */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {}

  /** Takes one token of `key`; false when there is none. */
  take(key: string, now = performance.now()): boolean {
    const bucket = this.buckets.get(key) ?? { tokens: this.burst, at: now };
    bucket.tokens = Math.min(this.burst, bucket.tokens + ((now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    if (!this.buckets.has(key) && this.buckets.size >= MAX_KEYS) this.forgetFull(now);
    this.buckets.set(key, bucket);
    return true;
  }

  private forgetFull(now: number): void {
    const fullAfter = (this.burst / this.perSecond) * 1000;
    for (const [key, { at }] of this.buckets) if (now - at >= fullAfter) this.buckets.delete(key);
  }
}
