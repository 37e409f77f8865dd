import type { DomainDatabase } from '@stx/platform';
import type { LotState, LotTerms } from '../lot/lot.entity.js';

/** What the desk reads of a lot under its row lock. The reserve is fetched only to open the rules' state. */
export interface DeskRow {
  id: string;
  ref: string;
  state: LotState;
  terms: LotTerms | null;
  achievementId: string;
  sellerId: string;
  titleZh: string | null;
  titleEn: string | null;
  fieldCode: string | null;
  isDemonstration: boolean;
  /** Last public number and its hash. */
  publicN: number;
  head: string;
  /** Rises with every commit, whoever makes it: tells a remembered state from a stale one. */
  version: number;
  /** Time of the last command that changed anything; the lot's clock never runs back. */
  lastAt: number;
}

/** Takes the lot's lock for the running change. */
export async function lockLot(db: DomainDatabase, lotId: string): Promise<DeskRow | null> {
  const [row] = await db.query<DeskRow>(
    `SELECT id, ref, state, terms, achievement_id AS "achievementId", seller_organization_id AS "sellerId",
            title_zh AS "titleZh", title_en AS "titleEn", field_code AS "fieldCode", is_demonstration AS "isDemonstration",
            public_n AS "publicN", head, version, last_at::float8 AS "lastAt"
       FROM lot WHERE id = $1 FOR UPDATE`,
    [lotId],
  );
  return row ?? null;
}
