import { Inject, Injectable } from '@nestjs/common';
import {
  anonymous,
  DomainDatabase,
  PLATFORM_OPTIONS,
  sha256,
  type Language,
  type PlatformOptions,
  type Viewer,
} from '@stx/platform';
import { cookiePrefixOf, derivedSecret } from '../account/installation.js';
import { Clock } from '../clock.js';
import { sessionRow, tokenRow, type AccessRow } from './access-rows.js';
import { FACTOR_MS, needsSecondFactor, withoutGuarded } from './second-factor-policy.js';
import { sessionTokenOf } from './session-cookie.js';

/** Headers of a request, as they came. */
export interface Credentials {
  cookie?: string | null;
  authorization?: string | null;
}

/** Who asks, and what still stands between the person and the person's roles. */
export interface Access {
  viewer: Viewer;
  /** `invalid`: something was shown that is not, or no longer, good; answer as anonymous or with 401. */
  by: 'nothing' | 'session' | 'token' | 'invalid';
  isConfirmed: boolean;
  /** Roles are withheld until a second factor is shown. */
  lacksSecondFactor: boolean;
}

const MINUTE = 60_000;
const IDLE_MS = 30 * MINUTE;
const OPERATOR_IDLE_MS = 15 * MINUTE;

/** Turns credentials into a viewer: one indexed query a request, and a write at most once a minute. */
@Injectable()
export class Sessions {
  private readonly cookieName: string;
  private readonly secret: string;

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions,
  ) {
    this.cookieName = `${cookiePrefixOf(options.config)}.session_token`;
    this.secret = derivedSecret(options.secret, 'accounts');
  }

  /** The token in a cookie header whose signature holds; says nothing of the session being alive. */
  tokenOf(cookie: string | null | undefined): string | null {
    return sessionTokenOf(cookie, this.cookieName, this.secret);
  }

  async accessOf({ cookie, authorization }: Credentials, language: Language): Promise<Access> {
    const nobody = { viewer: anonymous(language), isConfirmed: false, lacksSecondFactor: false };
    const bearer = authorization && /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
    if (bearer) return (await this.byToken(bearer, language)) ?? { ...nobody, by: 'invalid' };
    const token = this.tokenOf(cookie);
    if (!token) return { ...nobody, by: 'nothing' };
    return (await this.bySession(token, language)) ?? { ...nobody, by: 'invalid' };
  }

  private async bySession(token: string, language: Language): Promise<Access | null> {
    const now = this.clock.now();
    const row = await sessionRow(this.db, token, now);
    if (!row) return null;
    const idle = now.getTime() - row.seenAt.getTime();
    if (row.expiresAt <= now || idle >= (row.isOperator ? OPERATOR_IDLE_MS : IDLE_MS)) {
      await this.db.query('DELETE FROM session WHERE id = $1', [row.id]);
      return null;
    }
    if (idle >= MINUTE) await this.db.query('UPDATE session SET seen_at = $2 WHERE id = $1', [row.id, now]);
    const hasFactor = row.factorAt !== null && now.getTime() - row.factorAt.getTime() < FACTOR_MS;
    return { ...this.granted(row, row.roles ?? [], hasFactor, language), by: 'session' };
  }

  private async byToken(token: string, language: Language): Promise<Access | null> {
    const now = this.clock.now();
    const row = await tokenRow(this.db, sha256(token), now);
    if (!row) return null;
    if (now.getTime() - row.seenAt.getTime() >= MINUTE) {
      await this.db.query('UPDATE token SET last_used_at = $2 WHERE id = $1', [row.id, now]);
    }
    const roles = (row.roles ?? []).filter((role) => row.scopes.includes(role));
    return { ...this.granted(row, roles, row.withFactor, language), by: 'token' };
  }

  /** An unconfirmed person, and one whose every role is withheld, acts for no organization. */
  private granted(row: AccessRow, held: string[], hasFactor: boolean, language: Language) {
    const lacksSecondFactor = !hasFactor && needsSecondFactor({ roles: held }, this.options.isDemo);
    const roles = row.isConfirmed ? (lacksSecondFactor ? withoutGuarded(held) : held) : [];
    const organizationId = roles.length > 0 ? row.organizationId : null;
    const viewer: Viewer = { personId: row.personId, organizationId, roles, language, isSystem: false };
    return { viewer, isConfirmed: row.isConfirmed, lacksSecondFactor };
  }
}
