import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, newId } from '@stx/platform';
import { accounts, type JournalKind } from './accounts.js';

/** One movement, to become a journal of two entries. */
export interface Posting {
  kind: JournalKind;
  /** Account that gains. */
  debit: string;
  /** Account that gives. */
  credit: string;
  /** Minor units; nothing is posted for zero. */
  amount: bigint;
  currency: string;
  at: Date;
  dealId?: string;
  depositId?: string;
}

export interface JournalView {
  id: string;
  at: string;
  kind: string;
  currency: string;
  entries: { account: string; amount: string }[];
}

/** Double entry: posts journals and derives balances. Who may read them is decided by whoever asks here. */
@Injectable()
export class Ledger {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Posts in the running change. */
  async post(...postings: Posting[]): Promise<void> {
    const rows = postings
      .filter(({ amount }) => amount !== 0n)
      .map((posting) => ({ ...posting, id: newId(), amount: posting.amount.toString() }));
    if (rows.length === 0) return;
    await this.db.query(
      `WITH posting AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, kind text, debit text, credit text, amount bigint,
                       currency text, at timestamptz, "dealId" uuid, "depositId" uuid)),
       side AS (
         SELECT id, 1 AS position, debit AS account, currency, amount FROM posting
         UNION ALL SELECT id, 2, credit, currency, -amount FROM posting),
       new_account AS (
         INSERT INTO ledger_account (code, currency)
         SELECT DISTINCT account, currency FROM side ORDER BY 1, 2 ON CONFLICT DO NOTHING),
       new_journal AS (
         INSERT INTO journal (id, kind, deal_id, deposit_id, at) SELECT id, kind, "dealId", "depositId", at FROM posting)
       INSERT INTO ledger_entry (journal_id, position, account, currency, amount)
       SELECT id, position, account, currency, amount FROM side`,
      [JSON.stringify(rows)],
    );
  }

  /** What each buyer still owes, minor units by deal; a deal without entries owes zero. */
  async due(dealIds: readonly string[]): Promise<{ id: string; amount: bigint }[]> {
    const rows = await this.db.query<{ account: string; amount: string }>(
      'SELECT account, sum(amount)::text AS amount FROM ledger_entry WHERE account = ANY ($1) GROUP BY account',
      [dealIds.map(accounts.buyerReceivable)],
    );
    const balances = new Map(rows.map(({ account, amount }) => [account, BigInt(amount)]));
    return dealIds.map((id) => ({ id, amount: balances.get(accounts.buyerReceivable(id)) ?? 0n }));
  }

  async dueOf(dealId: string): Promise<bigint> {
    return (await this.due([dealId]))[0]!.amount;
  }

  /** Journals of each deal, oldest first. */
  async journals(dealIds: readonly string[]): Promise<{ id: string; journals: JournalView[] }[]> {
    const rows = await this.db.query<Omit<JournalView, 'at'> & { dealId: string; at: Date }>(
      `SELECT j.id, j.deal_id AS "dealId", j.at, j.kind, min(e.currency) AS currency,
              jsonb_agg(jsonb_build_object('account', e.account, 'amount', e.amount::text) ORDER BY e.position) AS entries
         FROM journal j JOIN ledger_entry e ON e.journal_id = j.id
        WHERE j.deal_id = ANY ($1) GROUP BY j.id ORDER BY j.at, j.id`,
      [dealIds],
    );
    const views = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    return dealIds.map((id) => ({ id, journals: views.filter(({ dealId }) => dealId === id) }));
  }
}
