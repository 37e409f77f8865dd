import type { Migration } from '@stx/platform';

/**
 * The ledger. Only the database can promise it: a journal that does not sum to zero, or that mixes currencies, does
 * not reach COMMIT, and nothing posted is ever changed. A mistake is corrected by a counter-entry.
 */
export const ledgerTables: Migration = {
  name: '001-ledger',
  up: `
    CREATE TABLE ledger_account (
      code text NOT NULL,
      currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
      PRIMARY KEY (code, currency)
    );
    CREATE TABLE journal (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      deal_id uuid,
      deposit_id uuid,
      at timestamptz NOT NULL
    );
    CREATE INDEX journal_of_deal ON journal (deal_id) WHERE deal_id IS NOT NULL;
    CREATE TABLE ledger_entry (
      journal_id uuid NOT NULL REFERENCES journal,
      position smallint NOT NULL,
      account text NOT NULL,
      currency text NOT NULL,
      amount bigint NOT NULL CHECK (amount <> 0),
      PRIMARY KEY (journal_id, position),
      FOREIGN KEY (account, currency) REFERENCES ledger_account
    );
    CREATE INDEX ledger_entry_of_account ON ledger_entry (account);

    CREATE FUNCTION refuse_unbalanced_journal() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
    DECLARE
      checked uuid;
      entries int;
      total numeric;
      is_mixed boolean;
    BEGIN
      IF TG_TABLE_NAME = 'journal' THEN checked := NEW.id; ELSE checked := NEW.journal_id; END IF;
      SELECT count(*), sum(amount), min(currency) <> max(currency) INTO entries, total, is_mixed
        FROM ledger_entry WHERE journal_id = checked;
      IF entries < 2 OR total <> 0 OR is_mixed THEN
        RAISE EXCEPTION 'unbalanced journal %', checked USING ERRCODE = 'check_violation';
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER journal_balanced AFTER INSERT ON journal
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_journal();
    CREATE CONSTRAINT TRIGGER entry_balanced AFTER INSERT ON ledger_entry
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_journal();

    CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the ledger only grows' USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER account_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_account
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
    CREATE TRIGGER journal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
    CREATE TRIGGER entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();`,
  down: `
    DROP TABLE ledger_entry, journal, ledger_account;
    DROP FUNCTION refuse_unbalanced_journal, refuse_ledger_change;`,
};
