import type { Migration } from '@stx/platform';

export const dealTables: Migration = {
  name: '002-deals',
  up: `
    CREATE TABLE deal (
      id uuid PRIMARY KEY,
      ref text NOT NULL UNIQUE,
      state text NOT NULL CHECK (state IN ('OPEN', 'PAID')),
      mode text NOT NULL CHECK (mode IN ('LISTING', 'BIDDING', 'AGREEMENT', 'FIXED_PRICE', 'TENDER')),
      contract_kind text NOT NULL,
      lot_id uuid UNIQUE,
      seller_id uuid NOT NULL,
      buyer_id uuid NOT NULL,
      title_zh text,
      title_en text,
      field_code text,
      price bigint NOT NULL CHECK (price > 0),
      technology_amount bigint NOT NULL CHECK (technology_amount BETWEEN 0 AND price),
      currency text NOT NULL,
      origin_region text,
      destination_region text,
      closed_at timestamptz NOT NULL,
      is_demonstration boolean NOT NULL
    );
    CREATE INDEX deal_newest ON deal (closed_at DESC, id DESC);
    CREATE INDEX deal_of_seller ON deal (seller_id, closed_at DESC, id DESC);
    CREATE INDEX deal_of_buyer ON deal (buyer_id, closed_at DESC, id DESC);

    CREATE TABLE deposit (
      id uuid PRIMARY KEY,
      registration_id uuid NOT NULL UNIQUE,
      lot_id uuid NOT NULL,
      organization_id uuid NOT NULL,
      state text NOT NULL CHECK (state IN ('REQUESTED', 'HELD', 'APPLIED', 'RELEASED', 'FORFEITED')),
      amount bigint NOT NULL CHECK (amount >= 0),
      applied_amount bigint NOT NULL DEFAULT 0 CHECK (applied_amount BETWEEN 0 AND amount),
      currency text NOT NULL,
      payment_reference text NOT NULL UNIQUE,
      requested_at timestamptz NOT NULL,
      CHECK ((state = 'APPLIED') = (applied_amount > 0))
    );
    CREATE INDEX deposit_of_lot ON deposit (lot_id);
    CREATE INDEX deposit_of_organization ON deposit (organization_id, requested_at DESC, id DESC);
    CREATE INDEX deposit_waiting ON deposit (requested_at DESC, id DESC) WHERE state = 'REQUESTED';

    CREATE TABLE ended_lot (
      lot_id uuid PRIMARY KEY,
      ended_at timestamptz NOT NULL
    );

    CREATE TABLE bank_receipt (
      bank_reference text PRIMARY KEY,
      deposit_id uuid REFERENCES deposit,
      deal_id uuid REFERENCES deal,
      amount bigint NOT NULL CHECK (amount > 0),
      currency text NOT NULL,
      confirmed_by uuid NOT NULL,
      confirmed_at timestamptz NOT NULL,
      CHECK (num_nonnulls(deposit_id, deal_id) = 1)
    );`,
  down: 'DROP TABLE bank_receipt, ended_lot, deposit, deal;',
};
