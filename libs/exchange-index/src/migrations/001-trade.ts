import type { Migration } from '@stx/platform';

export const tradeTable: Migration = {
  name: '001-trade',
  up: `
    CREATE TABLE trade (
      deal_id uuid PRIMARY KEY,
      ref text NOT NULL,
      mode text NOT NULL,
      contract_kind text NOT NULL,
      field_code text,
      price bigint NOT NULL,
      technology_amount bigint NOT NULL,
      currency text NOT NULL,
      origin_region text,
      destination_region text,
      closed_at timestamptz NOT NULL,
      is_demonstration boolean NOT NULL
    );`,
  down: 'DROP TABLE trade;',
};
