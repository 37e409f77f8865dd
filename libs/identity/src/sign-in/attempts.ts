import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, PLATFORM_OPTIONS, type PlatformOptions } from '@stx/platform';
import { derivedSecret } from '../account/installation.js';
import { Clock } from '../clock.js';

export interface Limit {
  /** Names what is counted; part of the key. */
  name: string;
  max: number;
  /** Counted again from zero after this long without a counted attempt; the length of the lock too. */
  windowMs: number;
}

const MINUTE = 60_000;
export const WRONG_PASSWORDS: Limit = { name: 'password', max: 5, windowMs: 15 * MINUTE };
export const FAILURES_OF_NETWORK: Limit = { name: 'network', max: 100, windowMs: 15 * MINUTE };
export const SIGN_UPS_OF_NETWORK: Limit = { name: 'sign-up', max: 30, windowMs: 60 * MINUTE };
export const PROVIDER_STARTS_OF_NETWORK: Limit = { name: 'provider', max: 100, windowMs: 15 * MINUTE };
export const LETTERS_TO_ADDRESS: Limit = { name: 'letter', max: 5, windowMs: 60 * MINUTE };
export const WRONG_FACTORS: Limit = { name: 'factor', max: 5, windowMs: 15 * MINUTE };
/** Each asks for a row that lives five minutes. */
export const PASSKEY_CHALLENGES_OF_NETWORK: Limit = { name: 'passkey', max: 300, windowMs: 15 * MINUTE };
/** A code of an authenticator is good for one use; it is valid for 90 s at most. */
export const FACTOR_USES: Limit = { name: 'factor-used', max: 1, windowMs: 3 * MINUTE };

/** Counts tries in the database, so that every process sees them. Keys are hashed: no address is kept (S36). */
@Injectable()
export class Attempts {
  private readonly secret: string;

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PLATFORM_OPTIONS) options: PlatformOptions,
  ) {
    this.secret = derivedSecret(options.secret, 'attempts');
  }

  /**
   * Counts one attempt before it is made, so that parallel attempts cannot pass the limit together.
   * @returns false when the limit was reached; the time of the lock is not prolonged by trying
   */
  async take(limit: Limit, subject: string): Promise<boolean> {
    const now = this.clock.now();
    const [row] = await this.db.query<{ count: number }>(
      `INSERT INTO attempt AS a (key, count, ends_at) VALUES ($1, 1, $3)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN a.ends_at <= $2 THEN 1 ELSE least(a.count + 1, $4 + 1) END,
         ends_at = CASE WHEN a.ends_at > $2 AND a.count >= $4 THEN a.ends_at ELSE $3 END
       RETURNING count`,
      [this.keyOf(limit, subject), now, new Date(now.getTime() + limit.windowMs), limit.max],
    );
    return row!.count <= limit.max;
  }

  /** Whether the limit is reached, without counting. */
  async isReached(limit: Limit, subject: string): Promise<boolean> {
    const rows = await this.db.query(
      'SELECT 1 FROM attempt WHERE key = $1 AND count >= $2 AND ends_at > $3',
      [this.keyOf(limit, subject), limit.max, this.clock.now()],
    );
    return rows.length > 0;
  }

  /** After a success the count starts again. */
  async forget(limit: Limit, subject: string): Promise<void> {
    await this.db.query('DELETE FROM attempt WHERE key = $1', [this.keyOf(limit, subject)]);
  }

  private keyOf({ name }: Limit, subject: string): string {
    return `${name}:${createHmac('sha256', this.secret).update(subject).digest('base64url')}`;
  }
}
