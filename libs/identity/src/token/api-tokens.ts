import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  newId,
  refuse as refusePlatform,
  requireMember,
  requiredText,
  sha256,
  type Viewer,
} from '@stx/platform';
import { AccountLetters } from '../account/account-letters.js';
import { Clock } from '../clock.js';
import { refuse } from '../refusals.js';
import { Sessions } from '../sign-in/sessions.js';

export interface NewToken {
  name: string;
  /** Roles of the person in the acting organization that the token may use; none: what any signed-in person may read. */
  scopes: string[];
  days: number;
}

export interface TokenView {
  id: string;
  name: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

const MAX_DAYS = 365;
const MAX_TOKENS = 20;

/**
 * Tokens for programs, shown as `Authorization: Bearer`. Only their SHA-256 is stored: 256 random bits need no slow
 * hash. A token acts for one organization with the roles of its scopes, as long as the person still holds them.
 */
@Injectable()
export class ApiTokens {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AccountLetters) private readonly letters: AccountLetters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns the token, told once. Needs a session: a token cannot make tokens. @throws Refused */
  async create(cookie: string | null | undefined, input: NewToken): Promise<{ id: string; token: string }> {
    const { viewer } = await this.sessions.accessOf({ cookie }, 'en');
    const member = requireMember(viewer);
    const name = requiredText(input.name, 'name', 80);
    const scopes = [...new Set(input.scopes)].sort();
    if (!scopes.every((scope) => member.roles.includes(scope))) refuse('TOKEN_SCOPE', { field: 'scopes' });
    if (!Number.isInteger(input.days) || input.days < 1 || input.days > MAX_DAYS) {
      refuse('TOKEN_DAYS', { field: 'days', params: { max: MAX_DAYS } });
    }
    const now = this.clock.now();
    const token = `stx_${randomBytes(32).toString('base64url')}`;
    const id = newId();
    await this.db.change(async () => {
      if ((await this.list(member)).length >= MAX_TOKENS)
        refuse('TOO_MANY_TOKENS', { params: { max: MAX_TOKENS } });
      // roles that need a second factor are only in `viewer.roles` when it was shown, so the scopes carry it
      await this.db.query(
        `INSERT INTO token (id, person_id, organization_id, name, token_hash, scopes, with_factor, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, true, $7, $8)`,
        [
          id,
          member.personId,
          member.organizationId,
          name,
          sha256(token),
          scopes,
          now,
          new Date(now.getTime() + input.days * 86_400_000),
        ],
      );
      this.db.record({ type: 'TokenCreated', subjectId: id, data: { scopes, days: input.days }, by: viewer });
      await this.letters.securityChangedOf(member.personId);
    });
    return { id, token };
  }

  /** Valid tokens of the person, newest first. */
  async list(viewer: Viewer): Promise<TokenView[]> {
    if (viewer.personId === null) refusePlatform('SIGN_IN_REQUIRED');
    return this.db.query<TokenView>(
      `SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
         FROM token WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY created_at DESC, id DESC`,
      [viewer.personId, this.clock.now()],
    );
  }

  /** Ends a token of the person at once. @throws Refused NOT_FOUND */
  async revoke(viewer: Viewer, id: string): Promise<void> {
    if (viewer.personId === null) refusePlatform('SIGN_IN_REQUIRED');
    await this.db.change(async () => {
      const rows = isId(id)
        ? await this.db.query(
            'UPDATE token SET revoked_at = $3 WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL RETURNING id',
            [id, viewer.personId, this.clock.now()],
          )
        : [];
      if (rows.length === 0) refusePlatform('NOT_FOUND');
      this.db.record({ type: 'TokenRevoked', subjectId: id, data: {}, by: viewer });
      await this.letters.securityChangedOf(viewer.personId!);
    });
  }
}
