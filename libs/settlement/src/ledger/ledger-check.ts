import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, requireRole, type Viewer } from '@stx/platform';

/** Amounts in minor units, added over all currencies: figures to compare with each other, not to pay. */
export interface LedgerVerdict {
  isBalanced: boolean;
  journals: number;
  depositsIn: string;
  depositsHeld: string;
  depositsApplied: string;
  depositsReleased: string;
  depositsForfeited: string;
}

/**
 * The whole ledger against itself and against what it is kept for, in one statement and so at one moment. What came in
 * is read from the entries; what became of it from the deposits: neither can hide an error of the other.
 */
const CHECK = `
  WITH balance AS (SELECT account, sum(amount) AS amount FROM ledger_entry GROUP BY account),
  came AS (
    SELECT coalesce(-sum(amount), 0) AS deposits_in FROM ledger_entry WHERE amount < 0 AND account LIKE 'DEPOSITS_HELD:%'),
  became AS (
    SELECT coalesce(sum(amount) FILTER (WHERE state = 'HELD'), 0) AS held,
           coalesce(sum(applied_amount), 0) AS applied,
           coalesce(sum(amount - applied_amount) FILTER (WHERE state IN ('APPLIED', 'RELEASED')), 0) AS released,
           coalesce(sum(amount) FILTER (WHERE state = 'FORFEITED'), 0) AS forfeited
      FROM deposit),
  fault AS (
    SELECT j.id FROM journal j LEFT JOIN ledger_entry e ON e.journal_id = j.id
     GROUP BY j.id HAVING count(e) < 2 OR sum(e.amount) <> 0 OR count(DISTINCT e.currency) <> 1
    UNION ALL
    SELECT d.id FROM deposit d LEFT JOIN balance b ON b.account = 'DEPOSITS_HELD:' || d.id
     WHERE -coalesce(b.amount, 0) <> CASE d.state WHEN 'HELD' THEN d.amount ELSE 0 END
    UNION ALL
    SELECT d.id FROM deal d LEFT JOIN balance b ON b.account = 'SELLER_PAYABLE:' || d.id
     WHERE -coalesce(b.amount, 0) <> CASE d.state WHEN 'OPEN' THEN d.price ELSE 0 END
    UNION ALL
    SELECT d.id FROM deal d LEFT JOIN balance b ON b.account = 'BUYER_RECEIVABLE:' || d.id
     WHERE (coalesce(b.amount, 0) > 0) <> (d.state = 'OPEN'))
  SELECT NOT EXISTS (SELECT 1 FROM fault) AND deposits_in = held + applied + released + forfeited AS "isBalanced",
         (SELECT count(*)::int FROM journal) AS journals,
         deposits_in::text AS "depositsIn",
         held::text AS "depositsHeld",
         applied::text AS "depositsApplied",
         released::text AS "depositsReleased",
         forfeited::text AS "depositsForfeited"
    FROM came, became`;

/** Behind the page of operators and `stx ledger check`. */
@Injectable()
export class LedgerCheck {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** @throws Refused SIGN_IN_REQUIRED, NOT_ALLOWED unless an operator, a supervisor or the exchange itself asks */
  async run(viewer: Viewer): Promise<LedgerVerdict> {
    if (!viewer.isSystem) requireRole(viewer, 'OPERATOR', 'SUPERVISOR');
    const [verdict] = await this.db.query<LedgerVerdict>(CHECK);
    return verdict!;
  }
}
