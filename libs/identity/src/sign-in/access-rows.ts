import type { DomainDatabase } from '@stx/platform';

/** What one query knows of a session or a token: the person, the organization acted for, roles there. */
export interface AccessRow {
  id: string;
  personId: string;
  isConfirmed: boolean;
  organizationId: string | null;
  roles: string[] | null;
  seenAt: Date;
  expiresAt: Date;
  factorAt: Date | null;
  /** The person is an operator anywhere: idle sessions end earlier. */
  isOperator: boolean;
}

export interface TokenRow extends AccessRow {
  scopes: string[];
  withFactor: boolean;
}

/**
 * The organization acted for ($chosen, or the person's first one when none was chosen) with the roles that are
 * valid at $2 there.
 */
const rolesOf = (chosen: string) => `
  LEFT JOIN LATERAL (
    SELECT m.organization_id, array_agg(m.role ORDER BY m.role) AS roles
      FROM membership m JOIN organization o ON o.id = m.organization_id AND o.admission = 'ADMITTED'
     WHERE m.person_id = p.id AND m.valid_from <= $2 AND (m.valid_to IS NULL OR m.valid_to > $2)
       AND (${chosen} IS NULL OR m.organization_id = ${chosen})
     GROUP BY m.organization_id
     ORDER BY min(m.valid_from), m.organization_id LIMIT 1
  ) acting ON true`;

export async function sessionRow(
  db: DomainDatabase,
  token: string,
  now: Date,
): Promise<AccessRow | undefined> {
  const [row] = await db.query<AccessRow>(
    `SELECT s.id, s.person_id AS "personId", p.email_verified AS "isConfirmed", acting.organization_id AS "organizationId",
            acting.roles, s.seen_at AS "seenAt", s.expires_at AS "expiresAt", s.factor_at AS "factorAt",
            EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.role = 'OPERATOR' AND m.valid_from <= $2
                       AND (m.valid_to IS NULL OR m.valid_to > $2)) AS "isOperator"
       FROM session s JOIN person p ON p.id = s.person_id ${rolesOf('s.organization_id')}
      WHERE s.token = $1`,
    [token, now],
  );
  return row;
}

export async function tokenRow(
  db: DomainDatabase,
  tokenHash: string,
  now: Date,
): Promise<TokenRow | undefined> {
  const [row] = await db.query<TokenRow>(
    `SELECT t.id, t.person_id AS "personId", p.email_verified AS "isConfirmed", acting.organization_id AS "organizationId",
            acting.roles, coalesce(t.last_used_at, t.created_at) AS "seenAt", t.expires_at AS "expiresAt",
            NULL AS "factorAt", false AS "isOperator", t.scopes, t.with_factor AS "withFactor"
       FROM token t JOIN person p ON p.id = t.person_id ${rolesOf('t.organization_id')}
      WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2`,
    [tokenHash, now],
  );
  return row;
}
