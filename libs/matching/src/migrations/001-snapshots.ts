import type { Migration } from '@stx/platform';

/** Projections of two journals; what is not needed to rank is not kept. */
export const snapshotTables: Migration = {
  name: '001-snapshots',
  up: `
    CREATE TABLE demand_snapshot (
      demand_id uuid PRIMARY KEY,
      title_zh text,
      title_en text,
      problem_zh text,
      problem_en text,
      target_zh text,
      target_en text,
      field_code text,
      region_code text,
      budget_amount bigint,
      cooperation_mode text NOT NULL,
      is_open boolean NOT NULL
    );
    CREATE TABLE achievement_snapshot (
      achievement_id uuid PRIMARY KEY,
      title_zh text,
      title_en text,
      summary_zh text,
      summary_en text,
      abstract_zh text,
      abstract_en text,
      keywords text[] NOT NULL,
      field_code text,
      region_code text,
      trl_level int,
      asking_price_amount bigint,
      published_at timestamptz NOT NULL
    );
    CREATE INDEX achievement_snapshot_newest ON achievement_snapshot (published_at DESC);`,
  down: 'DROP TABLE achievement_snapshot, demand_snapshot;',
};
