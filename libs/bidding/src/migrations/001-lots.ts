import type { Migration } from '@stx/platform';

export const lotTables: Migration = {
  name: '001-lots',
  up: `
    CREATE TABLE achievement_for_sale (
      achievement_id uuid PRIMARY KEY,
      organization_id uuid NOT NULL,
      title_zh text,
      title_en text,
      field_code text
    );
    CREATE TABLE lot (
      id uuid PRIMARY KEY,
      ref text NOT NULL UNIQUE,
      state text NOT NULL
        CHECK (state IN ('SUBMITTED', 'SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED', 'SOLD', 'UNSOLD', 'WITHDRAWN')),
      achievement_id uuid NOT NULL,
      field_code text,
      title_zh text,
      title_en text,
      seller_organization_id uuid NOT NULL,
      broker_organization_id uuid,
      broker_person_id uuid,
      currency text NOT NULL DEFAULT 'CNY',
      start_price bigint NOT NULL CHECK (start_price > 0),
      bid_step bigint NOT NULL CHECK (bid_step > 0),
      deposit_amount bigint NOT NULL CHECK (deposit_amount >= 0),
      has_reserve boolean NOT NULL,
      reserve_amount bigint CHECK (reserve_amount >= start_price),
      terms jsonb,
      extension_window_seconds int NOT NULL DEFAULT 0,
      extension_seconds int NOT NULL DEFAULT 0,
      opens_at timestamptz,
      closes_at timestamptz,
      remaining_ms bigint,
      current_price bigint,
      leader_code text,
      bid_count int NOT NULL DEFAULT 0,
      outcome_reason text,
      final_price bigint,
      winner_code text,
      public_n int NOT NULL DEFAULT 0,
      head text,
      signed_head jsonb,
      seq int NOT NULL DEFAULT 0,
      version int NOT NULL DEFAULT 0,
      last_at bigint NOT NULL DEFAULT 0,
      due_at bigint,
      engine_state json,
      offered_at timestamptz NOT NULL,
      is_demonstration boolean NOT NULL DEFAULT false,
      CHECK (coalesce(title_zh, title_en) IS NOT NULL),
      CHECK (state = 'SUBMITTED' OR (terms IS NOT NULL AND engine_state IS NOT NULL AND opens_at IS NOT NULL)),
      CHECK (state <> 'SOLD' OR (final_price IS NOT NULL AND winner_code IS NOT NULL))
    );
    COMMENT ON COLUMN lot.reserve_amount IS 'secret: never in a view, a log or a fact';
    COMMENT ON COLUMN lot.engine_state IS 'secret: holds the reserve';
    CREATE INDEX lot_newest ON lot (coalesce(opens_at, offered_at) DESC, id DESC);
    CREATE INDEX lot_waiting ON lot (offered_at, id) WHERE state = 'SUBMITTED';
    CREATE INDEX lot_open ON lot (due_at) WHERE state IN ('SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED');

    CREATE TABLE bidder_registration (
      id uuid PRIMARY KEY,
      lot_id uuid NOT NULL REFERENCES lot (id),
      organization_id uuid NOT NULL,
      person_id uuid NOT NULL,
      code text NOT NULL,
      state text NOT NULL CHECK (state IN ('REQUESTED', 'QUALIFIED', 'BARRED')),
      deposit_held bigint NOT NULL DEFAULT 0 CHECK (deposit_held >= 0),
      has_bid boolean NOT NULL DEFAULT false,
      registered_at timestamptz NOT NULL,
      UNIQUE (lot_id, organization_id),
      UNIQUE (lot_id, code)
    );
    CREATE INDEX registration_mine ON bidder_registration (organization_id, registered_at DESC, id DESC);

    CREATE TABLE lot_event (
      lot_id uuid NOT NULL REFERENCES lot (id),
      seq int NOT NULL CHECK (seq > 0),
      at bigint NOT NULL,
      event jsonb NOT NULL,
      n int CHECK (n > 0),
      type text,
      data jsonb,
      prev text,
      hash text,
      PRIMARY KEY (lot_id, seq),
      UNIQUE (lot_id, n),
      CHECK (num_nulls(n, type, data, prev, hash) IN (0, 5))
    );
    COMMENT ON COLUMN lot_event.event IS 'secret: the whole event, with participant ids';

    CREATE TABLE lot_reply (
      lot_id uuid NOT NULL REFERENCES lot (id),
      participant text NOT NULL,
      request_id text NOT NULL,
      content text NOT NULL,
      reply jsonb NOT NULL,
      answer jsonb NOT NULL,
      PRIMARY KEY (lot_id, participant, request_id)
    );

    CREATE TABLE heartbeat (
      process_id uuid PRIMARY KEY,
      at bigint NOT NULL
    );
    CREATE TABLE outage (
      from_at bigint NOT NULL,
      to_at bigint PRIMARY KEY,
      CHECK (from_at < to_at)
    );`,
  down: 'DROP TABLE outage, heartbeat, lot_reply, lot_event, bidder_registration, lot, achievement_for_sale;',
};
